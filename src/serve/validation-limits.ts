import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationContext, type ValidationRule } from 'graphql';
import type { Config } from '../config';

/** Directives in one operation: more than any client writes, few enough to check quickly. */
const MOST_DIRECTIVES = 50;

/** By default the rules throw, which would make an internal error of it; here they report, as every other rule does. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) =>
      context?.reportError(new GraphQLError(error.message.replace(/^Syntax Error: /, ''))),
  ],
};

/**
 * Validation rules beside those of GraphQL, for every transport: they refuse operations too deep or too wide to be meant
 * well, and introspection where it is switched off. Where it is not, it may go as deep as it must.
 */
export function validationLimits({ limits: { depth, aliases }, introspection }: Config): ValidationRule[] {
  return [
    maxDepthRule({ n: depth, ignoreIntrospection: true, flattenFragments: true, ...reporting }),
    maxAliasesRule({ n: aliases, ...reporting }),
    maxDirectivesRule({ n: MOST_DIRECTIVES, ...reporting }),
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ] as ValidationRule[];
}
