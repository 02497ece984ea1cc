import type { FastifyRequest } from 'fastify';
import type { OperationParams } from './operations';

/**
 * The operation of a request, from its JSON body or, of a GET, from its address.
 *
 * @returns what is wrong with the request when there is none
 */
export function readParams(request: FastifyRequest): OperationParams | string {
  const given = request.method === 'GET' ? fromAddress(request.query as Record<string, unknown>) : request.body;
  if (typeof given === 'string') return given;
  if (!isRecord(given)) return 'Body: expected a JSON object with a query';
  const { query, operationName, variables, extensions } = given;
  if (typeof query !== 'string') return 'query: expected a string';
  if (operationName != null && typeof operationName !== 'string') return 'operationName: expected a string';
  if (variables != null && !isRecord(variables)) return 'variables: expected an object';
  if (extensions != null && !isRecord(extensions)) return 'extensions: expected an object';
  return { query, operationName, variables, extensions };
}

function fromAddress(params: Record<string, unknown>): Record<string, unknown> | string {
  const read = { ...params };
  for (const name of ['variables', 'extensions']) {
    const text = params[name];
    if (typeof text !== 'string' || text === '') continue;
    try {
      read[name] = JSON.parse(text);
    } catch {
      return `${name}: expected JSON`;
    }
  }
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
