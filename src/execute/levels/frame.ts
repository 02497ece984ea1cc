import { JsonText } from '../../text/json-text';
import type { FieldPlan, ObjectPlan } from '../plan/plan';
import type { Shape } from '../plan/shape';
import { Failure } from './failure';
import { isPromise } from './settle';

/** An object of the answer: what it is made from, and the values of its fields. */
export class Frame {
  readonly values: unknown[];
  /** What is written of it, once it is written by itself. */
  written: Written | null = null;

  constructor(
    readonly plan: ObjectPlan,
    readonly source: unknown,
  ) {
    this.values = new Array(plan.fields.length);
  }
}

/** An object as JSON text; undefined where a null stands where none may, so that there is no object. */
export interface Written {
  text: string | undefined;
  /** What failed in it, with paths from it on; null when nothing did. */
  notes: Note[] | null;
}

/** What failed, and where. */
export interface Note {
  reason: unknown;
  field: FieldPlan;
  path: readonly (string | number)[];
}

/** A place where an object of the answer stands. */
export interface Place {
  holder: unknown[];
  index: number;
}

/** Puts a frame in the place of an object. */
export function enter({ holder, index }: Place, plan: ObjectPlan): Frame {
  const frame = new Frame(plan, holder[index]);
  holder[index] = frame;
  return frame;
}

/** Finds the places of objects in a value, none in one that is written already. Its lists are copied, since frames are put into them. */
export function findPlaces(shape: Shape, holder: unknown[], index: number, found: Place[]): void {
  const value = holder[index];
  if (value == null || value instanceof Failure || value instanceof JsonText) return;
  if (shape.kind !== 'list') {
    found.push({ holder, index });
    return;
  }
  // What is no list is reported where it is written.
  if (!isIterable(value)) return;
  const items = [...value];
  if (items.some(isPromise)) {
    holder[index] = new Failure(new Error('expected a list of values, got one of promises'));
    return;
  }
  holder[index] = items;
  for (let item = 0; item < items.length; item++) findPlaces(shape.of, items, item, found);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
