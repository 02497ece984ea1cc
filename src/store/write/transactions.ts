import type { DataSource, EntityManager } from 'typeorm';
import { asDatabaseProblem } from '../database-problem';
import { engineOf } from '../engine/engine';
import { forgetWritten } from './memory';
import type { Patience } from './patience';
import { inPostgresTransaction } from './postgres-transaction';
import { inSqliteTransaction } from './sqlite-transaction';

const onEngine = { sqlite: inSqliteTransaction, postgres: inPostgresTransaction };

/**
 * The transactions that write to a store: one after another, since what is written on SQLite's one connection during
 * another's transaction would be rolled back with it.
 */
export class Transactions {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: DataSource,
    private readonly patience: Patience,
  ) {}

  /**
   * Does work in a transaction behind those that were asked for before. It holds the lock that writers of all processes
   * take, so what the work reads stays true until it is done.
   */
  run<Done>(work: (db: EntityManager) => Promise<Done>): Promise<Done> {
    const { writer, patience } = this;
    return this.between(async () => {
      try {
        return await onEngine[engineOf(writer.manager)](writer, patience, work);
      } catch (error) {
        forgetWritten(writer);
        throw asDatabaseProblem(error, patience);
      }
    });
  }

  /** Does something behind the transactions that were asked for before, while none is under way. */
  between<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Waits until all have ended that were asked for. */
  async ended(): Promise<void> {
    await this.last;
  }
}
