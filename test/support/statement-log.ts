import { AbstractLogger, type LogMessage } from 'typeorm';

/** Notes every statement that the data source runs, so that tests can say how many a question costs. */
export class StatementLog extends AbstractLogger {
  statements: string[] = [];

  constructor() {
    super('all');
  }

  protected override writeLog(
    _: string,
    messages: LogMessage | string | number | (LogMessage | string | number)[],
  ): void {
    for (const message of Array.isArray(messages) ? messages : [messages]) {
      if (typeof message === 'object' && message.type === 'query') this.statements.push(String(message.message));
    }
  }

  /** Runs something and gives its answer with the statements that it took. */
  async during<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; statements: string[] }> {
    this.statements = [];
    const answer = await work();
    return { answer, statements: this.statements };
  }
}
