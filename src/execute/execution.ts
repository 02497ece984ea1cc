import type { Plan } from './plan/plan';

/** What all resolvers of one execution share. */
export interface Execution {
  plan: Plan;
  rootValue: unknown;
  contextValue: unknown;
  /** Coerced. */
  variableValues: Record<string, unknown>;
  /** Lets others have their turn, where much is done for one operation; fails when it is not to go on. */
  pause(): Promise<void>;
}
