import sql from 'sql-template-tag';
import { type Db, keys, limit, parseJson, run } from '../../store/sql';

/** Which of these slugs a topic or a digest has, in any order. */
export function slugsThatAre(db: Db, of: 'topic' | 'digest', slugs: readonly string[]): Promise<{ slug: string }[]> {
  const table = { topic: sql`topic`, digest: sql`digest` }[of];
  return run(db, sql`select slug from ${table} where slug in ${keys(slugs)}`);
}

/** What people call a topic. */
export interface TopicNames {
  slug: string;
  name: string;
  aliases: string[];
}

/** The names of all topics: to find the one that somebody meant. */
export async function readTopicNames(db: Db): Promise<TopicNames[]> {
  return parseJson(await run<TopicNames>(db, sql`select slug, name, aliases from topic`), ['aliases']);
}

/** How many digests on either side of a slug that is none's. */
const ON_EITHER_SIDE = 2;

/** The slugs of the digests around a slug that is none's, those before it first. As most begin with the day, they are near in time. */
export async function readDigestsAround(db: Db, slug: string): Promise<string[]> {
  const rows = await run<{ slug: string }>(
    db,
    sql`select slug from (select slug from digest where slug < ${slug} order by slug desc ${limit(ON_EITHER_SIDE)}) before
        union all
        select slug from (select slug from digest where slug > ${slug} order by slug ${limit(ON_EITHER_SIDE)}) behind`,
  );
  return rows.map((row) => row.slug).sort();
}
