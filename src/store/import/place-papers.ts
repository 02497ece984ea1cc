import sql from 'sql-template-tag';
import type { ChangeSet } from '../changes/change-set';
import { refreshIndex } from '../search/refresh-index';
import { type Db, ids, keys, run } from '../sql';
import { countRows } from './corpus';
import { countOut } from './counters';
import type { FactReader } from './facts';
import { type DigestPlace, noteChanges, type PaperChange, type PlacedEntry, settleChanges } from './paper-changes';
import { readPapers, type UnreadPaper } from './read-papers';
import { deleteUnlinkedRepositories, repositoriesOf, spellRepositories } from './repositories';
import { writeDetails } from './write-details';
import { writeEntries } from './write-entries';
import { removeFacts } from './write-facts';
import { addPapers, updatePapers } from './write-papers';

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
  const changes = await settleChanges(db, digest, entries);
  noteChanges(log, changes, entries);
  const added = changes.filter(({ was, is }) => !was && is);
  const removed = changes.flatMap(({ was, is }) => (was && !is ? [was.pk] : []));
  const reworded = changes.flatMap(({ was, is }) =>
    was && is && (was.title !== is.title || was.abstract !== is.abstract) ? [was.pk] : [],
  );
  const isReworded = new Set(reworded);
  const outdated = [...removed, ...reworded];
  const unlinked = await repositoriesOf(db, outdated);

  await countOut(db, outdated);
  await run(db, sql`delete from digest_paper where digest_id = ${digest.digestPk}`);
  await removeFacts(db, outdated);
  await run(db, sql`delete from paper where id in ${ids(removed)}`);
  await updatePapers(db, changes);
  await addPapers(db, added);
  await countRows(db, 'paper', added.length - removed.length);
  const pkOf = await papersBySlug(db, changes);
  await writeEntries(db, digest, entries, changes, pkOf);
  await writeDetails(db, entries, pkOf);

  const unread = changes.flatMap(({ slug, was, is }): UnreadPaper[] => {
    const paperPk = pkOf.get(slug);
    if (!is || paperPk === undefined || (was && !isReworded.has(was.pk))) return [];
    return [{ paperPk, is }];
  });
  const { newRepositories, words } = await readPapers(db, unread, reader);
  const read = unread.map(({ paperPk }) => paperPk);
  const respelled = await spellRepositories(db, [...unlinked, ...(await repositoriesOf(db, read))]);
  const unused = await deleteUnlinkedRepositories(db);
  await refreshIndex(db, {
    papers: new Map([...removed.map((pk): [number, null] => [pk, null]), ...words]),
    repositories: [...new Set([...newRepositories, ...respelled, ...unused])],
  });
  return { added: added.length, changed: reworded.length, removed: removed.length };
}

async function papersBySlug(db: Db, changes: readonly PaperChange[]): Promise<Map<string, number>> {
  const slugs = changes.flatMap(({ slug, is }) => (is ? [slug] : []));
  const rows = await run<{ pk: number; slug: string }>(
    db,
    sql`select id as pk, slug from paper where slug in ${keys(slugs)}`,
  );
  return new Map(rows.map(({ pk, slug }) => [slug, pk]));
}
