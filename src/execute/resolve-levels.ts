import { defaultTypeResolver, type GraphQLAbstractType, type GraphQLObjectType, isObjectType } from 'graphql';
import { Call } from './call';
import type { Execution } from './execution';
import { Failure } from './failure';
import { enter, Frame, findPlaces, type Place } from './frame';
import type { FieldPlan, ObjectPlan } from './plan';
import { isPromise, settle } from './settle';

/**
 * Resolves an operation level by level: each field for all objects of its level at once, so that it waits once however
 * many they are, and what they load meets in one batch. What fails leaves its failure in its place.
 *
 * @returns the frame of the root
 */
export async function resolveLevels(execution: Execution): Promise<Frame> {
  const { plan, rootValue } = execution;
  const root = new Frame(plan.root, rootValue);
  await new LevelResolver(execution).resolve(plan.root, [root]);
  return root;
}

class LevelResolver {
  private readonly calls = new Map<FieldPlan, Call | Failure>();

  constructor(private readonly execution: Execution) {}

  /** Resolves objects of one type with all that is below them. */
  async resolve({ fields }: ObjectPlan, frames: readonly Frame[]): Promise<void> {
    const below: Promise<void>[] = [];
    for (const field of fields) {
      const waiting = this.callAll(field, frames);
      if (waiting.length > 0 || field.objects) below.push(this.finish(field, frames, waiting));
    }
    if (below.length > 0) await Promise.all(below);
  }

  /** Puts the value of a field into each frame, and gives those that are still to come. */
  private callAll(field: FieldPlan, frames: readonly Frame[]): Frame[] {
    const call = this.callOf(field);
    const waiting: Frame[] = [];
    for (const frame of frames) {
      const value = call instanceof Failure ? call : call.on(frame.source);
      if (isPromise(value)) waiting.push(frame);
      frame.values[field.index] = value;
    }
    return waiting;
  }

  /** Waits for values to come, then resolves the objects that they are made of. */
  private async finish(field: FieldPlan, frames: readonly Frame[], waiting: readonly Frame[]): Promise<void> {
    const { index, objects, shape } = field;
    if (waiting.length > 0) {
      const settled = await Promise.all(waiting.map(({ values }) => settle(values[index] as Promise<unknown>)));
      waiting.forEach(({ values }, place) => {
        values[index] = settled[place];
      });
    }
    if (!objects) return;
    const places: Place[] = [];
    for (const { values } of frames) findPlaces(shape, values, index, places);
    if (places.length === 0) return;
    if (objects.isAbstract) await this.enterAbstract(field, objects.type as GraphQLAbstractType, places);
    else await this.enter(this.execution.plan.of(field, objects.type as GraphQLObjectType), places);
  }

  private enter(plan: ObjectPlan, places: readonly Place[]): Promise<void> {
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
    await Promise.all([...groups].map(([found, group]) => this.enter(plan.of(field, found), group)));
  }

  private async typeOf(
    field: FieldPlan,
    type: GraphQLAbstractType,
    { holder, index }: Place,
  ): Promise<GraphQLObjectType | Failure> {
    const { contextValue, plan } = this.execution;
    const { info } = this.callOf(field) as Call;
    try {
      const name = await (type.resolveType ?? defaultTypeResolver)(holder[index], contextValue, info, type);
      const found = name === undefined ? undefined : plan.schema.getType(name);
      if (isObjectType(found) && plan.schema.isSubType(type, found)) return found;
      throw new Error(`${type.name}: expected the name of one of its object types, got ${String(name)}`);
    } catch (error) {
      return new Failure(error);
    }
  }

  private callOf(field: FieldPlan): Call | Failure {
    const call = this.calls.get(field) ?? prepare(field, this.execution);
    this.calls.set(field, call);
    return call;
  }
}

function prepare(field: FieldPlan, execution: Execution): Call | Failure {
  try {
    return new Call(field, execution);
  } catch (error) {
    return new Failure(error);
  }
}
