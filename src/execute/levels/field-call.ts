import { defaultFieldResolver } from 'graphql';
import type { Execution } from '../execution';
import { argumentsOf } from '../plan/arguments-of';
import type { FieldPlan } from '../plan/plan';
import { Failure } from './failure';
import { ResolveInfo } from './resolve-info';

/** How a field is resolved in one execution, with everything but the object that it is asked of. */
export class FieldCall {
  readonly info: ResolveInfo;
  private readonly args: Record<string, unknown>;

  /** @throws GraphQLError with code BAD_USER_INPUT for arguments that cannot be */
  constructor(
    private readonly field: FieldPlan,
    private readonly execution: Execution,
  ) {
    this.info = new ResolveInfo(field, execution);
    this.args = argumentsOf(field, execution.variableValues);
  }

  /** The value of the field, a promise of it, or why there is none. */
  on(source: unknown): unknown {
    const { args, info } = this;
    const { resolve = defaultFieldResolver } = this.field.definition;
    try {
      const value = resolve(source, args, this.execution.contextValue, info);
      return value instanceof Error ? new Failure(value) : value;
    } catch (error) {
      return new Failure(error);
    }
  }
}
