import type { GraphQLResolveInfo } from 'graphql';
import type { Execution } from '../execution';
import type { FieldPlan } from '../plan/plan';

/** What resolvers may ask of the operation: all that graphql-js tells them but the path. */
export class ResolveInfo implements GraphQLResolveInfo {
  constructor(
    private readonly field: FieldPlan,
    private readonly execution: Execution,
  ) {}

  get fieldName() {
    return this.field.definition.name;
  }

  get fieldNodes() {
    return this.field.nodes;
  }

  get returnType() {
    return this.field.definition.type;
  }

  get parentType() {
    return this.field.parentType;
  }

  get schema() {
    return this.execution.plan.schema;
  }

  get fragments() {
    return this.execution.plan.fragments;
  }

  get operation() {
    return this.execution.plan.operation;
  }

  get rootValue() {
    return this.execution.rootValue;
  }

  get variableValues() {
    return this.execution.variableValues;
  }

  get path(): never {
    throw new Error('info.path: a field is resolved for many objects at once, so it has no single path');
  }
}
