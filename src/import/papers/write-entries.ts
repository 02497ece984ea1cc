import sql from 'sql-template-tag';
import { type Db, run, table } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { isPrinting, type Printing } from './mentions';
import { areSame, isReworded, type PaperChange, showsOtherDetails } from './paper-changes';

/** A printing, the paper that it is now stored under, and what that shows. */
interface PlacedPrinting {
  printing: Printing;
  paperPk: number;
  change: PaperChange;
}

/**
 * Stores which papers a digest holds, and which paper each of the others prints; what they print wherever that is not what
 * the paper shows. Nothing of the digest's own is stored before.
 */
export async function writeEntries(
  db: Db,
  changes: readonly PaperChange[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  const placed = changes.flatMap((change) =>
    change.mentions
      .filter(isPrinting)
      .map((printing): PlacedPrinting => ({ printing, paperPk: pkOf.get(change.slug) as number, change })),
  );
  const moved = placed.filter(({ printing, paperPk }) => printing.paperPk !== null && printing.paperPk !== paperPk);
  // All that move get out of the way first: no digest may hold a paper twice, not even for a moment.
  await deleteEntries(
    db,
    moved.map(({ printing }) => printing),
  );
  const added = placed.filter(({ printing }) => printing.paperPk === null);
  const inOrder = [...added.sort((one, other) => one.printing.rank - other.printing.rank), ...moved];
  await insertRows(
    db,
    'digest_paper',
    [
      'digest_id',
      'rank',
      'paper_id',
      'line',
      'own_title',
      'own_abstract',
      'own_title_key',
      'own_authors',
      'own_arxiv_id',
    ],
    inOrder.map(({ printing, paperPk, change }) => [
      printing.digestPk,
      printing.rank,
      paperPk,
      printing.line,
      ...ownText(printing, change),
      ...ownDetails(printing, change),
    ]),
  );
  for (const { printing, paperPk, change } of placed) {
    if (printing.paperPk !== paperPk || !(isReworded(change) || showsOtherDetails(change))) continue;
    const [title, abstract, key] = ownText(printing, change);
    const [authors, arxivId] = ownDetails(printing, change);
    await run(
      db,
      sql`update digest_paper set own_title = ${title}, own_abstract = ${abstract}, own_title_key = ${key},
            own_authors = ${authors}, own_arxiv_id = ${arxivId}
          where paper_id = ${paperPk} and digest_id = ${printing.digestPk}`,
    );
  }
}

async function deleteEntries(db: Db, printings: readonly Printing[]): Promise<void> {
  if (printings.length === 0) return;
  const places = printings.map(({ digestPk, rank }) => [digestPk, rank]);
  await run(
    db,
    sql`delete from digest_paper
        where (digest_id, rank) in ${table({ digest_id: 'integer', rank: 'integer' }, places)}`,
  );
}

/** Title, abstract, and the key of the title where that is not the paper's. */
function ownText(printed: Printing, { is, titleKey }: PaperChange): (string | null)[] {
  const same = is?.title === printed.title && is.abstract === printed.abstract;
  return same
    ? [null, null, null]
    : [printed.title, printed.abstract, printed.titleKey === titleKey ? null : printed.titleKey];
}

/** Authors as JSON, and an identifier; none is not the same as null, which is what the paper shows. */
function ownDetails(printed: Printing, { is }: PaperChange): [string | null, string | null] {
  const hasSameAuthors = is !== undefined && areSame(is.authors?.map(({ name }) => name) ?? null, printed.authors);
  return [
    hasSameAuthors ? null : JSON.stringify(printed.authors),
    is?.arxivId === printed.arxivId ? null : (printed.arxivId ?? ''),
  ];
}
