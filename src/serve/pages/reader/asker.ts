import type { EventEmitter } from 'node:events';
import type { GraphQLFormattedError } from 'graphql';
import type { Question } from '../../../read/view';
import { JsonText } from '../../../text/json-text';
import { isRefused, type LiveOperations } from '../../live/live-operations';
import type { Origin } from '../../requests';

/** What came of a question: the data of the answer, or what is wrong. */
export type Asked =
  | { data: unknown; errors?: undefined }
  | { data?: undefined; errors: readonly GraphQLFormattedError[] };

/** Asks what pages need to know, as anybody asks the API: within the same limits, and counted like that. */
export class Asker {
  /** @param texts the operations that pages ask, by name */
  constructor(
    private readonly operations: LiveOperations,
    private readonly texts: ReadonlyMap<string, string>,
  ) {}

  /** The text of an operation. */
  textOf(operation: string): string {
    const text = this.texts.get(operation);
    if (text === undefined) throw new Error(`The reader: expected an operation ${operation}`);
    return text;
  }

  /** @param connection when it is closed, nobody waits for the answer any more */
  async ask({ operation, variables }: Question, { id, client }: Origin, connection: EventEmitter): Promise<Asked> {
    const params = { query: this.textOf(operation), variables };
    const prepared = this.operations.prepare(params, { id, client, transport: 'http' });
    if (isRefused(prepared)) return { errors: this.operations.formatErrors(prepared, id) };
    const { work } = prepared.contextValue.call;
    const leave = (): void => work.leave();
    connection.once('close', leave);
    const { data, errors } = await this.operations.execute(prepared);
    connection.off('close', leave);
    if (errors) return { errors: this.operations.formatErrors(errors, id) };
    return { data: (data as unknown) instanceof JsonText ? JSON.parse((data as unknown as JsonText).text) : data };
  }
}
