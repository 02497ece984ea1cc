import type { Call } from '../call';

/** What an answer says of its cost, of which the estimate counts for limits; times are in tenths of a millisecond. */
export interface ToldCost {
  estimated: number;
  limit: number;
  /** How long its statements took, and how many they were. */
  database: number;
  statements: number;
  /** How long it took, waiting for others included. */
  total: number;
}

/** The `extensions` of an answer whose request asks what it cost; nothing for any other. */
export function tellCost(call: Call, limit: number): { extensions?: { cost: ToldCost } } {
  const { tellsCost, estimatedCost, work } = call;
  if (!tellsCost || estimatedCost === null) return {};
  const cost = {
    estimated: Math.ceil(estimatedCost),
    limit,
    database: Math.round(work.spentMs * 10),
    statements: work.statements,
    total: Math.round(work.elapsedMs * 10),
  };
  return { extensions: { cost } };
}
