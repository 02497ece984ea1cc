import { defaultTypeResolver, type GraphQLAbstractType, type GraphQLObjectType, isObjectType } from 'graphql';
import { JsonText } from '../../text/json-text';
import type { Execution } from '../execution';
import type { FieldPlan, ObjectPlan } from '../plan/plan';
import type { ObjectShape } from '../plan/shape';
import { Failure } from './failure';
import { FieldCall } from './field-call';
import { enter, Frame, findPlaces, type Place } from './frame';
import { isPromise, settle } from './settle';

/** Most objects of a level that are resolved together: as many as a statement gives in a few milliseconds. */
const MOST_TOGETHER = 500;

/** Fields that are resolved before others have their turn: a few milliseconds. */
const MOST_WITHOUT_PAUSE = 3_000;

/** What was resolved. */
export interface Levels {
  root: Frame;
  /** The frames of each level, or of a part of one: those that hold others before these. */
  parts: readonly (readonly Frame[])[];
}

/**
 * Resolves an operation level by level: each field for all objects of its level at once, so that it waits once however
 * many they are, and what they load meets in one batch. What fails leaves its failure in its place. Of a very long level
 * parts follow one another, each with all that is below it.
 *
 * @throws what `pause` throws
 */
export async function resolveLevels(execution: Execution): Promise<Levels> {
  const { plan, rootValue } = execution;
  const root = new Frame(plan.root, rootValue);
  const resolver = new LevelResolver(execution);
  await resolver.resolve(plan.root, [root]);
  return { root, parts: resolver.parts };
}

class LevelResolver {
  readonly parts: (readonly Frame[])[] = [];
  private readonly calls = new Map<FieldPlan, FieldCall | Failure>();
  private sincePause = 0;

  constructor(private readonly execution: Execution) {}

  /**
   * Resolves objects of one type with all that is below them.
   *
   * @returns undefined when there was nothing to wait for
   */
  resolve(plan: ObjectPlan, frames: readonly Frame[]): Promise<unknown> | undefined {
    if (frames.length > MOST_TOGETHER) return this.resolveInParts(plan, frames);
    this.parts.push(frames);
    this.sincePause += frames.length * plan.fields.length;
    return this.sincePause > MOST_WITHOUT_PAUSE ? this.resolveLater(plan, frames) : this.resolveFields(plan, frames);
  }

  private async resolveInParts(plan: ObjectPlan, frames: readonly Frame[]): Promise<void> {
    for (let start = 0; start < frames.length; start += MOST_TOGETHER) {
      await this.resolve(plan, frames.slice(start, start + MOST_TOGETHER));
    }
  }

  private async resolveLater(plan: ObjectPlan, frames: readonly Frame[]): Promise<void> {
    this.sincePause = 0;
    await this.execution.pause();
    await this.resolveFields(plan, frames);
  }

  private resolveFields({ fields }: ObjectPlan, frames: readonly Frame[]): Promise<unknown> | undefined {
    return together(fields.map((field) => this.resolveField(field, frames)));
  }

  private resolveField(field: FieldPlan, frames: readonly Frame[]): Promise<unknown> | undefined {
    const waiting = this.callAll(field, frames);
    if (waiting.length > 0) return this.wait(field, frames, waiting);
    return field.objects ? this.descend(field, field.objects, frames) : undefined;
  }

  /** Puts the value of a field into each frame, and gives those that are still to come. */
  private callAll(field: FieldPlan, frames: readonly Frame[]): Frame[] {
    const { index, definition } = field;
    const waiting: Frame[] = [];
    for (const frame of frames) {
      const value = definition.resolve ? this.call(field, frame) : this.property(field, frame);
      if (isPromise(value)) waiting.push(frame);
      frame.values[index] = value;
    }
    return waiting;
  }

  /** As graphql-js resolves a field that says nothing else: a property, or what it gives when it is a function. */
  private property(field: FieldPlan, frame: Frame): unknown {
    try {
      const value = (frame.source as Record<string, unknown> | null | undefined)?.[field.definition.name];
      if (typeof value === 'function') return this.call(field, frame);
      return value instanceof Error ? new Failure(value) : value;
    } catch (error) {
      return new Failure(error);
    }
  }

  private call(field: FieldPlan, { source }: Frame): unknown {
    const call = this.callOf(field);
    return call instanceof Failure ? call : call.on(source);
  }

  /** Waits for values to come, then resolves the objects that they are made of. */
  private async wait(field: FieldPlan, frames: readonly Frame[], waiting: readonly Frame[]): Promise<void> {
    const { index, objects } = field;
    const settled = await Promise.all(waiting.map(({ values }) => settle(values[index] as Promise<unknown>)));
    waiting.forEach(({ values }, place) => {
      values[index] = settled[place];
    });
    if (objects) await this.descend(field, objects, frames);
  }

  /** Resolves the objects that the values of a field are made of. */
  private descend(field: FieldPlan, objects: ObjectShape, frames: readonly Frame[]): Promise<unknown> | undefined {
    const places: Place[] = [];
    for (const { values } of frames) {
      if (values[field.index] instanceof JsonText) this.readUnlessWhole(field, objects, values);
      findPlaces(field.shape, values, field.index, places);
    }
    if (places.length === 0) return undefined;
    if (objects.isAbstract) return this.enterAbstract(field, objects.type as GraphQLAbstractType, places);
    return this.enter(this.execution.plan.of(field, objects.type as GraphQLObjectType), places);
  }

  /** JSON that is written already, as its type has it, stays so where all of it is asked for. */
  private readUnlessWhole(field: FieldPlan, { type, isAbstract }: ObjectShape, values: unknown[]): void {
    if (!isAbstract && this.execution.plan.of(field, type as GraphQLObjectType).isWhole) return;
    try {
      values[field.index] = (values[field.index] as JsonText).toJSON();
    } catch (error) {
      values[field.index] = new Failure(error);
    }
  }

  private enter(plan: ObjectPlan, places: readonly Place[]): Promise<unknown> | undefined {
    return this.resolve(
      plan,
      places.map((place) => enter(place, plan)),
    );
  }

  /** Objects of several types: those of each type together. */
  private async enterAbstract(field: FieldPlan, type: GraphQLAbstractType, places: readonly Place[]): Promise<void> {
    const groups = new Map<GraphQLObjectType, Place[]>();
    const types = await Promise.all(places.map((place) => this.typeOf(field, type, place)));
    places.forEach((place, index) => {
      const found = types[index];
      if (!isObjectType(found)) place.holder[place.index] = found;
      else groups.set(found, [...(groups.get(found) ?? []), place]);
    });
    const { plan } = this.execution;
    await together([...groups].map(([found, group]) => this.enter(plan.of(field, found), group)));
  }

  private async typeOf(
    field: FieldPlan,
    type: GraphQLAbstractType,
    { holder, index }: Place,
  ): Promise<GraphQLObjectType | Failure> {
    const { contextValue, plan } = this.execution;
    const { info } = this.callOf(field) as FieldCall;
    try {
      const name = await (type.resolveType ?? defaultTypeResolver)(holder[index], contextValue, info, type);
      const found = name === undefined ? undefined : plan.schema.getType(name);
      if (isObjectType(found) && plan.schema.isSubType(type, found)) return found;
      throw new Error(`${type.name}: expected the name of one of its object types, got ${String(name)}`);
    } catch (error) {
      return new Failure(error);
    }
  }

  private callOf(field: FieldPlan): FieldCall | Failure {
    const call = this.calls.get(field) ?? prepare(field, this.execution);
    this.calls.set(field, call);
    return call;
  }
}

/** Waits for those that there are. */
function together(promises: readonly (Promise<unknown> | undefined)[]): Promise<unknown> | undefined {
  const waiting = promises.filter((promise) => promise !== undefined);
  return waiting.length > 1 ? Promise.all(waiting) : waiting[0];
}

function prepare(field: FieldPlan, execution: Execution): FieldCall | Failure {
  try {
    return new FieldCall(field, execution);
  } catch (error) {
    return new Failure(error);
  }
}
