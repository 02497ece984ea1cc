import { type Engine, engineOf } from '../../store/engine/engine';
import type { Db } from '../../store/sql';
import { fts5TermIndex } from './fts5-term-index';
import { postgresTermIndex } from './postgres-term-index';
import type { TermIndex } from './term-index';

const indexes: Readonly<Record<Engine, TermIndex>> = { sqlite: fts5TermIndex, postgres: postgresTermIndex };

/** The term index of the engine behind a connection. */
export function termIndexOf(db: Db): TermIndex {
  return indexes[engineOf(db)];
}
