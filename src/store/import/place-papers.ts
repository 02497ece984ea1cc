import sql from 'sql-template-tag';
import type { DigestEntry } from '../../parse/digest';
import type { ChangeSet } from '../changes/change-set';
import { refreshIndex } from '../search/refresh-index';
import { type Db, ids, keys, run } from '../sql';
import { countRows } from './corpus';
import { countIn, countOut } from './counters';
import type { FactReader } from './facts';
import { insertRows } from './insert-rows';
import { deleteUnlinkedRepositories, repositoriesOf, spellRepositories } from './repositories';
import { type Appearance, type SettledPaper, settlePaper } from './settle-paper';
import { removeFacts, writeFacts } from './write-facts';

/** An entry of a digest with the public key of its paper. */
export interface PlacedEntry extends DigestEntry {
  rank: number;
  slug: string;
}

/** A digest as a place for papers. */
export type DigestPlace = Pick<Appearance, 'digestPk' | 'digestSlug' | 'dateKey' | 'date'>;

interface StoredPaper extends SettledPaper {
  pk: number;
  slug: string;
  /** Its place in the digest; null when it was not there. */
  rank: number | null;
}

/** A paper before and after: what it showed, everything digests now say of it, and what it is to show. */
interface Change {
  slug: string;
  was: StoredPaper | undefined;
  appearances: Appearance[];
  is: SettledPaper | undefined;
}

/**
 * Makes these entries the papers of a digest, whatever it held before, and brings every paper that is or was in it up
 * to date: text, first appearance, facts and all counts.
 *
 * @param log is told what became of each paper
 * @returns how many papers came into the corpus, changed their text, or left it because no digest holds them any more
 */
export async function placePapers(
  db: Db,
  digest: DigestPlace,
  entries: readonly PlacedEntry[],
  reader: FactReader,
  log: ChangeSet,
): Promise<{ added: number; changed: number; removed: number }> {
  const changes = await settle(db, digest, entries);
  noteChanges(log, changes, entries);
  const added = changes.filter(({ was, is }) => !was && is);
  const removed = changes.flatMap(({ was, is }) => (was && !is ? [was.pk] : []));
  const reworded = changes.flatMap(({ was, is }) =>
    was && is && (was.title !== is.title || was.abstract !== is.abstract) ? [was.pk] : [],
  );
  const outdated = [...removed, ...reworded];
  const unlinked = await repositoriesOf(db, outdated);

  await countOut(db, outdated);
  await run(db, sql`delete from digest_paper where digest_id = ${digest.digestPk}`);
  await removeFacts(db, removed);
  await run(db, sql`delete from paper where id in ${ids(removed)}`);
  await updatePapers(db, changes);
  await addPapers(db, added);
  await countRows(db, 'paper', added.length - removed.length);
  const pkOf = await papersBySlug(db, changes);
  await writeEntries(db, digest, entries, changes, pkOf);

  const unread = changes.flatMap(({ slug, was, is }) => {
    const paperPk = pkOf.get(slug);
    if (!is || paperPk === undefined || (was && !reworded.includes(was.pk))) return [];
    return [{ paperPk, firstSeenKey: is.firstSeenKey, facts: reader.read(is) }];
  });
  await writeFacts(db, unread);
  const read = unread.map(({ paperPk }) => paperPk);
  await countIn(db, read);
  const linked = [...unlinked, ...(await repositoriesOf(db, read))];
  await spellRepositories(db, linked);
  await deleteUnlinkedRepositories(db);
  // Repositories first: most have lower ids than new papers, and FTS5 writes what it holds whenever an id is lower.
  await refreshIndex(db, 'REPOSITORY', linked);
  await refreshIndex(db, 'PAPER', [...removed, ...read]);
  return { added: added.length, changed: reworded.length, removed: removed.length };
}

/** Decides what each paper that is or was in the digest shows from now on. */
async function settle(db: Db, digest: DigestPlace, entries: readonly PlacedEntry[]): Promise<Change[]> {
  const slugs = keys(entries.map(({ slug }) => slug));
  const inDigest = sql`p.slug in ${slugs} or p.id in (select paper_id from digest_paper where digest_id = ${digest.digestPk})`;
  const papers = await run<StoredPaper>(
    db,
    sql`select p.id as pk, p.slug, p.title, p.abstract, p.first_seen_on as "firstSeenOn",
          p.first_seen_key as "firstSeenKey", p.trending_score as "trendingScore",
          (select m.rank from digest_paper m where m.digest_id = ${digest.digestPk} and m.paper_id = p.id) as rank
        from paper p where ${inDigest}`,
  );
  const elsewhere = await run<Appearance & { slug: string }>(
    db,
    sql`select p.slug, m.digest_id as "digestPk", d.slug as "digestSlug", d.date_key as "dateKey", d.date, m.rank,
          coalesce(m.own_title, p.title) as title,
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract
        from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id
        where m.digest_id <> ${digest.digestPk} and (${inDigest})`,
  );
  const changes = new Map<string, Change>();
  for (const was of papers) changes.set(was.slug, { slug: was.slug, was, appearances: [], is: undefined });
  for (const { slug } of entries) {
    if (!changes.has(slug)) changes.set(slug, { slug, was: undefined, appearances: [], is: undefined });
  }
  for (const { slug, ...appearance } of elsewhere) changes.get(slug)?.appearances.push(appearance);
  for (const { slug, rank, title, abstract } of entries) {
    changes.get(slug)?.appearances.push({ ...digest, rank, title, abstract });
  }
  for (const change of changes.values()) {
    if (change.appearances.length > 0) change.is = settlePaper(change.appearances);
  }
  return [...changes.values()];
}

/** By rank; what is no longer in the digest comes last, by the rank it had. */
function noteChanges(log: ChangeSet, changes: readonly Change[], entries: readonly PlacedEntry[]): void {
  const rankOf = new Map(entries.map(({ slug, rank }) => [slug, rank]));
  const placeOf = ({ slug, was }: Change) => rankOf.get(slug) ?? entries.length + (was?.rank ?? 0);
  for (const { slug, was, is } of [...changes].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (!was) log.note('PAPER', slug, 'ADDED');
    else if (!is) log.note('PAPER', slug, 'REMOVED');
    else if (!showsSame(was, is) || was.rank !== (rankOf.get(slug) ?? null)) log.note('PAPER', slug, 'CHANGED');
  }
}

async function addPapers(db: Db, added: readonly Change[]): Promise<void> {
  const rows = added.flatMap(({ slug, is }) =>
    is ? [[slug, is.title, is.abstract, is.firstSeenOn, is.firstSeenKey, is.trendingScore]] : [],
  );
  await insertRows(
    db,
    'paper',
    ['slug', 'title', 'abstract', 'first_seen_on', 'first_seen_key', 'trending_score'],
    rows,
  );
}

async function updatePapers(db: Db, changes: readonly Change[]): Promise<void> {
  const moved: number[] = [];
  for (const { was, is } of changes) {
    if (!was || !is || showsSame(was, is)) continue;
    await run(
      db,
      sql`update paper set title = ${is.title}, abstract = ${is.abstract}, first_seen_on = ${is.firstSeenOn},
            first_seen_key = ${is.firstSeenKey}, trending_score = ${is.trendingScore} where id = ${was.pk}`,
    );
    if (was.firstSeenKey !== is.firstSeenKey) moved.push(was.pk);
  }
  for (const table of ['topic_paper', 'paper_repository'] as const) await copyFirstSeenKeys(db, table, moved);
}

function showsSame(was: SettledPaper, is: SettledPaper): boolean {
  return (['title', 'abstract', 'firstSeenOn', 'firstSeenKey', 'trendingScore'] as const).every(
    (part) => was[part] === is[part],
  );
}

async function copyFirstSeenKeys(
  db: Db,
  table: 'topic_paper' | 'paper_repository',
  papers: readonly number[],
): Promise<void> {
  if (papers.length === 0) return;
  const copies = {
    topic_paper: sql`update topic_paper set first_seen_key =
      (select p.first_seen_key from paper p where p.id = topic_paper.paper_id) where paper_id in ${ids(papers)}`,
    paper_repository: sql`update paper_repository set first_seen_key =
      (select p.first_seen_key from paper p where p.id = paper_repository.paper_id) where paper_id in ${ids(papers)}`,
  };
  await run(db, copies[table]);
}

async function papersBySlug(db: Db, changes: readonly Change[]): Promise<Map<string, number>> {
  const slugs = changes.flatMap(({ slug, is }) => (is ? [slug] : []));
  const rows = await run<{ pk: number; slug: string }>(
    db,
    sql`select id as pk, slug from paper where slug in ${keys(slugs)}`,
  );
  return new Map(rows.map(({ pk, slug }) => [slug, pk]));
}

/** Stores the entries, and what each digest prints wherever that is not what the paper shows. */
async function writeEntries(
  db: Db,
  digest: DigestPlace,
  entries: readonly PlacedEntry[],
  changes: readonly Change[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  const shown = new Map(changes.map(({ slug, is }) => [slug, is]));
  const rows = entries.map((entry) => [
    digest.digestPk,
    entry.rank,
    pkOf.get(entry.slug) ?? null,
    entry.line,
    ...ownText(entry, shown.get(entry.slug)),
  ]);
  await insertRows(db, 'digest_paper', ['digest_id', 'rank', 'paper_id', 'line', 'own_title', 'own_abstract'], rows);
  for (const { was, is, appearances } of changes) {
    if (!was || !is || (was.title === is.title && was.abstract === is.abstract)) continue;
    for (const appearance of appearances) {
      if (appearance.digestPk === digest.digestPk) continue;
      const [title, abstract] = ownText(appearance, is);
      await run(
        db,
        sql`update digest_paper set own_title = ${title}, own_abstract = ${abstract}
            where paper_id = ${was.pk} and digest_id = ${appearance.digestPk}`,
      );
    }
  }
}

function ownText(
  printed: { title: string; abstract: string | null },
  shown: SettledPaper | undefined,
): [string | null, string | null] {
  const same = shown?.title === printed.title && shown.abstract === printed.abstract;
  return same ? [null, null] : [printed.title, printed.abstract];
}
