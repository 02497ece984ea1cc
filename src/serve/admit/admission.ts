import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Config } from '../../config';
import { argumentsOf } from '../../execute/plan/arguments-of';
import { planOf } from '../../execute/plan/plan-of';
import type { Call } from '../call';
import { checkCost } from '../cost/check-cost';
import type { Quota } from '../quota/quota';
import { oneRootField } from './one-root-field';
import { sizeRule } from './size-rule';
import { withCode } from './with-code';

/** An operation of a valid document, and what came for its variables. */
export interface Proposed {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/** What is right about an operation, or what is wrong, each error with a code. */
export type Admitted =
  | { coerced: Record<string, unknown>; errors?: undefined }
  | { coerced?: undefined; errors: readonly GraphQLError[] };

/** Which operations are executed, the same by every transport. */
export class Admission {
  private readonly rules: readonly ValidationRule[];
  /** No message tells a name of the schema where clients may not know it. */
  private readonly hideSuggestions: boolean;
  /** Documents that come again are not checked again. */
  private readonly valid = new WeakSet<DocumentNode>();

  constructor(
    private readonly parts: { schema: GraphQLSchema; quota: Quota },
    private readonly config: Pick<Config, 'limits' | 'introspection'>,
  ) {
    const { limits, introspection } = config;
    this.hideSuggestions = !introspection;
    this.rules = [
      ...specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule),
      oneRootField,
      sizeRule(limits),
      ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
    ];
  }

  /** Holds a document against the rules of GraphQL and the limits on its size; gives what is wrong. */
  validate(document: DocumentNode): readonly GraphQLError[] {
    if (this.valid.has(document)) return [];
    const errors = validate(this.parts.schema, document, this.rules, { hideSuggestions: this.hideSuggestions });
    if (errors.length === 0) this.valid.add(document);
    return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  }

  /**
   * Takes what one event of a subscription costs from what its client has left: how many there are is not known when it is
   * admitted, and behind a cursor there may be many.
   *
   * @returns in how many milliseconds to ask again; 0 when there was enough
   */
  chargeEvent({ client, estimatedCost }: Call): number {
    return this.parts.quota.takeOrWait(client, estimatedCost ?? 0);
  }

  /**
   * Holds what came for the variables against their types, and what the operation will cost against what it may, and what its
   * client has left.
   */
  admit({ document, operation, variables }: Proposed, call: Call): Admitted {
    const { hideSuggestions } = this;
    const { schema, quota } = this.parts;
    const definitions = operation.variableDefinitions ?? [];
    const { errors, coerced } = getVariableValues(schema, definitions, variables, { hideSuggestions });
    if (errors) return { errors: errors.map((error) => withCode(error, 'BAD_USER_INPUT')) };
    try {
      const cost = checkCost({ schema, document, operation, variables: coerced }, this.config.limits.cost);
      // What cannot be is reported where the field is resolved, but graphql-js takes the root of a subscription.
      if (operation.operation === 'subscription') {
        for (const field of planOf(schema, document, operation, coerced).root.fields) argumentsOf(field, coerced);
      }
      quota.expect(call.client, cost);
      call.estimatedCost = cost;
      return { coerced };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}
