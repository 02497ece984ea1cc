import sql from 'sql-template-tag';
import { type Db, run } from '../sql';
import { insertRows } from './insert-rows';
import type { DigestPlace, PaperChange, PlacedEntry } from './paper-changes';
import type { SettledPaper } from './settle-paper';

/** Stores the entries, and what each digest prints wherever that is not what the paper shows. */
export async function writeEntries(
  db: Db,
  digest: DigestPlace,
  entries: readonly PlacedEntry[],
  changes: readonly PaperChange[],
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
