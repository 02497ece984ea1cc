import { getArgumentValues } from 'graphql';
import type { Execution } from './execution';
import { Failure } from './failure';
import type { FieldPlan } from './plan';
import { ResolveInfo } from './resolve-info';

const NO_ARGUMENTS = {};

/** How a field is resolved in one execution, with everything but the object that it is asked of. */
export class Call {
  readonly info: ResolveInfo;
  private readonly args: Record<string, unknown>;

  /** @throws GraphQLError for arguments that cannot be */
  constructor(
    private readonly field: FieldPlan,
    private readonly execution: Execution,
  ) {
    const { definition, nodes } = field;
    this.info = new ResolveInfo(field, execution);
    this.args =
      definition.args.length === 0 ? NO_ARGUMENTS : getArgumentValues(definition, nodes[0], execution.variableValues);
  }

  /** The value of the field, a promise of it, or why there is none. */
  on(source: unknown): unknown {
    const { resolve, name } = this.field.definition;
    try {
      const value = resolve
        ? resolve(source, this.args, this.execution.contextValue, this.info)
        : this.property(source as Record<string, unknown> | null | undefined, name);
      return value instanceof Error ? new Failure(value) : value;
    } catch (error) {
      return new Failure(error);
    }
  }

  /** As graphql-js resolves a field that says nothing else: a property, or what it gives when it is a function. */
  private property(source: Record<string, unknown> | null | undefined, name: string): unknown {
    const value = source?.[name];
    return typeof value === 'function' ? value.call(source, this.args, this.execution.contextValue, this.info) : value;
  }
}
