import sql from 'sql-template-tag';
import type { ChangeSet } from '../../changes/log/change-set';
import { type Db, keys, run, table } from '../../store/sql';
import { copyFirstSeen } from '../papers/write-papers';
import type { Misnamed } from './wanted-slugs';

/** A paper and the slug that it is to have. */
interface Renaming {
  paper: Misnamed;
  slug: string;
}

/** Papers at a time: bounds the number of values in a statement. */
const PAPERS_AT_A_TIME = 500;

/** What stands behind a day where no digest does, see `settlePaper`. */
const OF_NO_DIGEST = /^(.{10}\/\/)/;

/**
 * Gives papers the slugs that their statements had where they come from, unless others have these, and stay. Several may change
 * them with each other.
 *
 * @param log is told of what is known by another slug
 */
export async function renamePapers(db: Db, misnamed: readonly Misnamed[], log: ChangeSet): Promise<void> {
  const renamings = await possibleOf(db, misnamed);
  for (const part of parts(renamings)) {
    // All get out of the way first: no two papers have one slug, not even for a moment.
    const places = part.map(({ paper }) => [paper.pk]);
    await run(db, sql`update paper set slug = '~' || slug where id in ${table({ id: 'integer' }, places)}`);
  }
  for (const part of parts(renamings)) {
    const rows = part.map(({ paper, slug }) => [
      paper.pk,
      slug,
      OF_NO_DIGEST.test(paper.firstSeenKey)
        ? paper.firstSeenKey.replace(/^(.{10}\/\/).*$/s, (_, day: string) => day + slug)
        : paper.firstSeenKey,
    ]);
    await run(
      db,
      sql`update paper set slug = given.slug, first_seen_key = given.first_seen_key
          from ${table({ id: 'integer', slug: 'text', first_seen_key: 'text' }, rows)} given where given.id = paper.id`,
    );
  }
  for (const part of parts(renamings.filter(({ paper }) => OF_NO_DIGEST.test(paper.firstSeenKey)))) {
    await copyFirstSeen(
      db,
      part.map(({ paper }) => paper.pk),
    );
  }
  for (const { paper } of renamings) log.note('PAPER', paper.slug, 'REMOVED');
  for (const { slug } of renamings) log.note('PAPER', slug, 'ADDED');
}

/** Each slug for the first paper that wants it, and only those that nobody keeps. */
async function possibleOf(db: Db, misnamed: readonly Misnamed[]): Promise<Renaming[]> {
  const wanting = new Map<string, Misnamed>();
  for (const paper of misnamed) {
    const slug = paper.wanted.find((wanted) => !wanting.has(wanted));
    if (slug !== undefined) wanting.set(slug, paper);
  }
  let possible = [...wanting].map(([slug, paper]): Renaming => ({ slug, paper }));
  const holders = await holdersOf(db, [...wanting.keys()]);
  for (;;) {
    const leaving = new Set(possible.map(({ paper }) => paper.pk));
    const still = possible.filter(({ slug }) => {
      const holder = holders.get(slug);
      return holder === undefined || leaving.has(holder);
    });
    if (still.length === possible.length) return possible;
    possible = still;
  }
}

async function holdersOf(db: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ pk: number; slug: string }>(
    db,
    sql`select id as pk, slug from paper where slug in ${keys(slugs)}`,
  );
  return new Map(rows.map(({ pk, slug }) => [slug, pk]));
}

function* parts(renamings: readonly Renaming[]): Generator<Renaming[]> {
  for (let start = 0; start < renamings.length; start += PAPERS_AT_A_TIME) {
    yield renamings.slice(start, start + PAPERS_AT_A_TIME);
  }
}
