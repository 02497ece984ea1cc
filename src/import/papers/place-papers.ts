import sql from 'sql-template-tag';
import type { ChangeSet } from '../../changes/log/change-set';
import type { IndexedText } from '../../search/index/upkeep/index-text';
import { indexedPapers, refreshIndex } from '../../search/index/upkeep/refresh-index';
import { type Db, ids, keys, run } from '../../store/sql';
import { countRows } from '../../store/write/corpus';
import { joinBenchmarks, leaveBenchmarks } from '../benchmarks/write-benchmarks';
import { countOut } from '../facts/counters';
import type { FactReader } from '../facts/facts';
import { linkAgain } from '../facts/link-again';
import { readPapers, type UnreadPaper } from '../facts/read-papers';
import { deleteUnlinkedRepositories, repositoriesOf, spellRepositories } from '../facts/repositories';
import { removeFacts } from '../facts/write-facts';
import { removeLabels, writeLabels } from '../labels/write-labels';
import type { Statement } from './mentions';
import {
  type DigestPlace,
  hasOtherAuthors,
  hasOtherLinks,
  isReworded,
  noteChanges,
  type PaperChange,
  type PaperNamer,
  type RankedEntry,
  settleNews,
  showsOtherDetails,
} from './paper-changes';
import { statementsOf } from './settle-paper';
import { type Sameness, samenessOf } from './tell-sameness';
import { writeEntries } from './write-entries';
import { addPapers, updatePapers } from './write-papers';
import { removeRecords, writeRecords } from './write-records';

/**
 * How many papers came into the corpus, changed their text, authors or other details, or left it because no source names them any
 * more.
 */
export interface PaperCounts {
  added: number;
  changed: number;
  removed: number;
}

/**
 * Makes these entries the papers of a digest, whatever it held before, and brings every paper that is or was in it, or has
 * a title of such a one, up to date: text, first appearance, facts and all counts.
 *
 * @param log is told what became of each paper
 * @param name who names papers, see `News`
 */
export async function placePapers(
  db: Db,
  digest: DigestPlace,
  entries: readonly RankedEntry[],
  reader: FactReader,
  log: ChangeSet,
  name?: PaperNamer,
): Promise<{ papers: PaperCounts; sameness: Sameness[] }> {
  const changes = await settleNews(db, { digest, entries, name });
  await run(db, sql`delete from digest_paper where digest_id = ${digest.digestPk}`);
  return { papers: await writePapers(db, changes, reader, log), sameness: samenessOf(changes) };
}

/**
 * Stores records, takes those that are gone away, and brings every paper that has to do with them up to date.
 *
 * @param log is told what became of each paper
 * @param name who names papers, see `News`
 */
export async function placeRecords(
  db: Db,
  { statements, gone }: { statements: readonly Statement[]; gone: readonly Statement[] },
  reader: FactReader,
  log: ChangeSet,
  name?: PaperNamer,
): Promise<PaperCounts> {
  const changes = await settleNews(db, { statements, gone, name });
  await removeRecords(db, gone);
  return writePapers(db, changes, reader, log);
}

/**
 * Stores what papers are from now on, with all that follows from it. Nothing may be stored of the printings that belong to
 * none yet.
 *
 * @param log is told what became of each paper
 */
export async function writePapers(
  db: Db,
  changes: readonly PaperChange[],
  reader: FactReader,
  log: ChangeSet,
): Promise<PaperCounts> {
  noteChanges(log, changes);
  const added = changes.filter(({ was, is }) => !was && is);
  const removed = changes.flatMap(({ was, is }) => (was && !is ? [was.pk] : []));
  const reworded = changes.flatMap((change) => (change.was && isReworded(change) ? [change.was.pk] : []));
  const isUnread = new Set(reworded);
  const outdated = [...removed, ...reworded];
  const relinked = changes.flatMap((change): UnreadPaper[] => {
    const { was, is } = change;
    return was && is && !isReworded(change) && hasOtherLinks(change) ? [{ paperPk: was.pk, is }] : [];
  });
  const unlinked = await repositoriesOf(db, [...outdated, ...relinked.map(({ paperPk }) => paperPk)]);

  await countOut(db, outdated);
  await removeFacts(db, outdated);
  await removeLabels(db, removed);
  const left = await leaveBenchmarks(db, changes);
  await updatePapers(db, changes);
  await addPapers(db, added);
  await countRows(db, 'paper', added.length - removed.length);
  const pkOf = await papersBySlug(db, changes);
  await writeEntries(db, changes, pkOf);
  await writeRecords(
    db,
    changes.flatMap(({ slug, mentions }) =>
      statementsOf(mentions).map((statement) => ({ statement, paperPk: pkOf.get(slug) as number })),
    ),
  );
  await writeLabels(db, changes, pkOf);
  await joinBenchmarks(db, changes, pkOf, left);
  // Last, since what is said of them may have come to others.
  await run(db, sql`delete from paper where id in ${ids(removed)}`);

  const unread = changes.flatMap(({ slug, was, is }): UnreadPaper[] => {
    const paperPk = pkOf.get(slug);
    if (!is || paperPk === undefined || (was && !isUnread.has(was.pk))) return [];
    return [{ paperPk, is }];
  });
  const { newRepositories, words } = await readPapers(db, unread, reader);
  newRepositories.push(...(await linkAgain(db, relinked)));
  const read = [...unread, ...relinked].map(({ paperPk }) => paperPk);
  const respelled = await spellRepositories(db, [...unlinked, ...(await repositoriesOf(db, read))]);
  const unused = await deleteUnlinkedRepositories(db);
  const renamed = changes.flatMap((change) =>
    change.was && hasOtherAuthors(change) && !isUnread.has(change.was.pk) ? [change.was.pk] : [],
  );
  await refreshIndex(db, {
    papers: new Map<number, IndexedText | null>([
      ...removed.map((pk): [number, null] => [pk, null]),
      ...words,
      ...(await indexedPapers(db, renamed)),
    ]),
    repositories: [...new Set([...newRepositories, ...respelled, ...unused])],
  });
  const changed = changes.filter((change) => isReworded(change) || showsOtherDetails(change)).length;
  return { added: added.length, changed, removed: removed.length };
}

async function papersBySlug(db: Db, changes: readonly PaperChange[]): Promise<Map<string, number>> {
  const slugs = changes.flatMap(({ slug, is }) => (is ? [slug] : []));
  const rows = await run<{ pk: number; slug: string }>(
    db,
    sql`select id as pk, slug from paper where slug in ${keys(slugs)}`,
  );
  return new Map(rows.map(({ pk, slug }) => [slug, pk]));
}
