import type { Plan } from './plan';

/** What all resolvers of one execution share. */
export interface Execution {
  plan: Plan;
  rootValue: unknown;
  contextValue: unknown;
  /** Coerced. */
  variableValues: Record<string, unknown>;
}
