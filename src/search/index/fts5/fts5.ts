import sql, { raw, type Sql } from 'sql-template-tag';
import { type Db, limit, run } from '../../../store/sql';
import type { DocRange } from '../../documents';
import type { DocPart, Match, SearchIndex } from '../search-index';
import { addEntries, clear, countEntries, removeEntries, removeEntriesOf } from './fts5-entries';
import { matchToFts5 } from './fts5-match';
import { latestPart } from './fts5-part';
import { readLengths, readPostings, readPostingsWithin } from './fts5-postings';

/** All that is particular to SQLite's FTS5. It is used as an inverted index and nothing else. */
export const fts5: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf,
  clear,
  countEntries,
  latestDocs,
  latestPart,
  latestDoc,
  readPostings,
  readPostingsWithin,
  readLengths,
};

function latestDocs(match: Match, part: DocPart, most: number): Sql {
  const index = raw(match.field === 'title' ? 'search_title' : 'search_index');
  return sql`select rowid as doc from ${index}
    where ${index} match ${matchToFts5(match, part.landmark)} and ${isWithin(part)} order by rowid desc ${limit(most)}`;
}

/** FTS5 enters its lists in the middle only for an integer, and numbers are bound as floating-point ones. */
function isWithin({ from, to }: DocRange): Sql {
  return sql`rowid >= cast(${from} as integer) and rowid < cast(${to} as integer)`;
}

async function latestDoc(db: Db, { from, to }: DocRange): Promise<number | null> {
  const [row] = await run<{ doc: number | null }>(
    db,
    sql`select max(id) as doc from search_index_docsize where id >= ${from} and id < ${to}`,
  );
  return row?.doc ?? null;
}
