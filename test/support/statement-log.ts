import { AbstractLogger, type LogMessage } from 'typeorm';

/** A statement as the driver got it. */
export interface LoggedStatement {
  text: string;
  parameters: unknown[];
}

/**
 * Notes every statement that a store runs, so that tests can say how many a question costs, and how each is run. Left out
 * is the one by which servers on PostgreSQL learn the state of the corpus: on SQLite that is no statement of a store.
 */
export class StatementLog extends AbstractLogger {
  private logged: LoggedStatement[] = [];

  constructor() {
    super('all');
  }

  protected override writeLog(
    _: string,
    messages: LogMessage | string | number | (LogMessage | string | number)[],
  ): void {
    for (const message of Array.isArray(messages) ? messages : [messages]) {
      if (typeof message === 'object' && message.type === 'query' && !String(message.message).includes('xmin')) {
        this.logged.push({
          text: String(message.message),
          parameters: [...((message.parameters as unknown[] | undefined) ?? [])],
        });
      }
    }
  }

  /** Runs something and gives its answer with the statements that it took. */
  async during<Answer>(
    work: () => Promise<Answer>,
  ): Promise<{ answer: Answer; statements: string[]; logged: LoggedStatement[] }> {
    this.logged = [];
    const answer = await work();
    return { answer, statements: this.logged.map(({ text }) => text), logged: this.logged };
  }
}
