import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { Limits } from '../config';

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

/** Validation rules that refuse operations too deep or too wide to be meant well. Introspection may go as deep as it must. */
export function validationLimits({ depth, aliases }: Limits): ValidationRule[] {
  return [
    maxDepthRule({ n: depth, ignoreIntrospection: true, flattenFragments: true, ...reporting }),
    maxAliasesRule({ n: aliases, ...reporting }),
    maxDirectivesRule({ n: MOST_DIRECTIVES, ...reporting }),
  ] as ValidationRule[];
}
