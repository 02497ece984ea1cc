import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { ValidationRule } from 'graphql';
import type { Limits } from '../config';

/** Directives in one operation: more than any client writes, few enough to check quickly. */
const MOST_DIRECTIVES = 50;

/** Validation rules that refuse operations too deep or too wide to be meant well. Introspection may go as deep as it must. */
export function validationLimits({ depth, aliases }: Limits): ValidationRule[] {
  return [
    maxDepthRule({ n: depth, ignoreIntrospection: true, flattenFragments: true }),
    maxAliasesRule({ n: aliases }),
    maxDirectivesRule({ n: MOST_DIRECTIVES }),
  ] as ValidationRule[];
}
