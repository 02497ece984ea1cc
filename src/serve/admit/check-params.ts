import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Limits } from '../../config';
import { beyondLimit } from './beyond-limit';
import { checkText } from './check-text';
import { isRecord } from './is-record';

/** What a client sends to have an operation executed, by whatever transport. */
export interface RequestParams {
  /** Missing where the client names an operation by its hash. */
  query?: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** Levels of variables: the deepest input of the schema has four. */
const MOST_LEVELS = 32;

const HASH = /^[0-9a-f]{64}$/i;

/**
 * Refuses what cannot be dealt with, before anything looks into it: nothing from a client goes past this.
 *
 * @throws QUERY_TOO_LONG, QUERY_TOO_DEEP, BAD_USER_INPUT for variables too deep, BAD_REQUEST for a hash that cannot be
 */
export function checkParams({ query, variables, extensions }: RequestParams, { tokens }: Pick<Limits, 'tokens'>): void {
  if (extensions?.persistedQuery) checkPersistedQuery(extensions.persistedQuery, query);
  if (query !== undefined) checkText(query, tokens);
  if (isDeeper(variables, MOST_LEVELS)) {
    throw beyondLimit({ code: 'BAD_USER_INPUT', what: 'variables', limit: MOST_LEVELS, unit: 'levels' });
  }
}

/** An operation named by its hash, as Apollo's clients do it. */
function checkPersistedQuery(named: unknown, query: string | undefined): void {
  const { version, sha256Hash: hash } = isRecord(named) ? named : {};
  if (version !== 1) throw badRequest('extensions.persistedQuery.version: expected 1');
  if (typeof hash !== 'string' || !HASH.test(hash)) {
    throw badRequest('extensions.persistedQuery.sha256Hash: expected 64 hexadecimal digits');
  }
  if (query !== undefined && hash !== createHash('sha256').update(query).digest('hex')) {
    throw badRequest('extensions.persistedQuery.sha256Hash: expected that of the query');
  }
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/** Goes down level by level, since each call within another takes room. */
function isDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
