import type { FastifyRequest } from 'fastify';
import type { RequestParams } from './check-params';
import { isRecord } from './is-record';

/**
 * What a request asks for, from the JSON body of a POST or, of a GET or HEAD, from its address.
 *
 * @returns what is wrong with the request when it cannot be read
 */
export function readParams(request: FastifyRequest): RequestParams | string {
  if (request.method === 'POST') {
    if (isRecord(request.body)) return toParams(request.body);
    const got = Array.isArray(request.body) ? ', got a list: send each operation by itself' : '';
    return `Body: expected a JSON object with a query${got}`;
  }
  const { variables, extensions, ...others } = request.query as Record<string, unknown>;
  try {
    return toParams({ ...others, variables: fromJson(variables), extensions: fromJson(extensions) });
  } catch {
    return 'variables, extensions: expected JSON';
  }
}

function toParams({ query, operationName, variables, extensions }: Record<string, unknown>): RequestParams | string {
  if (query != null && typeof query !== 'string') return 'query: expected a string';
  if (operationName != null && typeof operationName !== 'string') return 'operationName: expected a string';
  if (variables != null && !isRecord(variables)) return 'variables: expected an object';
  if (extensions != null && !isRecord(extensions)) return 'extensions: expected an object';
  return { query: query ?? undefined, operationName, variables, extensions };
}

/** Given twice it is a list, which is none of the things expected. */
function fromJson(text: unknown): unknown {
  return typeof text === 'string' && text !== '' ? JSON.parse(text) : text || undefined;
}
