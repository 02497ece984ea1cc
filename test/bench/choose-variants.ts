import { sqliteDriver } from '../../src/store/engine/sqlite-driver';
import type { MadeDatabase } from './corpus/made-database';
import type { PlaceBefore } from './queries';
import { walkBack } from './walk-back';

const Database = sqliteDriver();

const DEEP = 0.1;
const PLACES = 8;
const PAPERS = 32;
const TOPICS = 8;

/** What the requests ask for in turn: pages with 90 % of the papers before them, papers with code, and large topics. */
export async function chooseVariants(
  database: MadeDatabase,
  url: string,
): Promise<{ places: PlaceBefore[]; papers: string[]; topics: string[] }> {
  const db = new Database(database.file, { readonly: true });
  const keyOf = db.prepare('select first_seen_key from paper where slug = ?').pluck();
  const edges = await walkBack(url, 'papers', Math.round(database.papers * DEEP), 'slug');
  const places = edges
    .slice(0, PLACES)
    .map(({ cursor, value }) => ({ cursor, slug: value, key: String(keyOf.get(value)) }));
  const papers = db
    .prepare(
      `select p.slug from paper p where p.id % cast(? as integer) = 0
       and exists (select 1 from paper_link l where l.paper_id = p.id) limit ${PAPERS}`,
    )
    .pluck()
    .all(Math.max(1, Math.floor(database.papers / PAPERS / 4)));
  const topics = db.prepare(`select slug from topic order by paper_count desc, slug limit ${TOPICS}`).pluck().all();
  db.close();
  return { places, papers: papers.map(String), topics: topics.map(String) };
}
