import type { EntityManager } from 'typeorm';

/** The databases that Offprint runs on. */
export type Engine = 'sqlite' | 'postgres';

/** The engine behind a connection. */
export function engineOf(db: Pick<EntityManager, 'dataSource'>): Engine {
  return db.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
}
