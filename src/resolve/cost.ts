import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/** The arguments of a field, coerced. */
// biome-ignore lint/suspicious/noExplicitAny: each field knows its own
export type Args = Record<string, any>;

/** Tenths of a millisecond of processor time, on 100,000 papers on the machine of the benchmark. */
export type Tenths = number | ((args: Args) => number);

/**
 * What a field costs, beside the objects of its value. Functions may look at numbers, enums and flags, at how long lists are
 * and whether something is given, but not at texts: a cost is remembered for all operations that differ in these alone.
 */
export interface FieldCost {
  /** However many objects it is asked of. */
  once?: Tenths;
  /** For each object that it is asked of. */
  each?: Tenths;
  /** For each item of its value. */
  item?: Tenths;
  /** Most different objects that it is worked out for. The same ones are worked out once. */
  different?: number;
  /** Items of a list; of a connection the most that there are. */
  items?: number | ((args: Args) => number);
  /** Of a connection: its `totalCount`. */
  total?: Tenths;
  /** Of a connection: whether its total takes the work of a page; otherwise who asks for the total alone has no page read. */
  isTotalOfPage?: boolean;
}

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    cost?: FieldCost;
  }
}

/** Topics in the vocabulary, about: however many objects lead to topics, these are all. */
export const VOCABULARY = 200;

const NOTHING: FieldCost = {};

export function costOf({ extensions }: GraphQLField<unknown, unknown>): FieldCost {
  return extensions.cost ?? NOTHING;
}

export function tenths(cost: Tenths | undefined, args: Args): number {
  return typeof cost === 'function' ? cost(args) : (cost ?? 0);
}

/** States what a field costs. One that states nothing costs no more than to write its value. */
export function Cost(cost: FieldCost): ReturnType<typeof Extensions> {
  return Extensions({ cost });
}
