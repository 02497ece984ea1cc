import { type Engine, engineOf } from '../../store/engine/engine';
import type { Db } from '../../store/sql';
import { fts5 } from './fts5/fts5';
import type { SearchIndex } from './search-index';
import { tsvector } from './tsvector/tsvector';

const indexes: Readonly<Record<Engine, SearchIndex>> = { sqlite: fts5, postgres: tsvector };

/** The search index of the engine behind a connection. */
export function searchIndexOf(db: Db): SearchIndex {
  return indexes[engineOf(db)];
}
