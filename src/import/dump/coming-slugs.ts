import sql from 'sql-template-tag';
import { type Db, run, table } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { isPrinting, type PaperMention } from '../papers/mentions';
import { type NamedPaper, nameAsTheyCame } from '../papers/name-papers';
import type { PaperNamer } from '../papers/paper-changes';

/** Where a mention stands: a digest and a rank, or a source, a number and a fingerprint. */
type Place = readonly [place: number, number: number, hash: string];

const COLUMNS = { place: 'integer', number: 'integer', hash: 'text' } as const;

/**
 * Names papers as what an export of ours says of them came. What is stored came under the slug of its paper; where that is another
 * one by now, the slug is noted beside it, so that an import that was broken off goes on with it.
 *
 * @param entries slugs under which the entries of the digest come that is stored now, by rank
 * @param records those of the records that are stored now, see `comingRecord`
 */
export function namerOf(coming: {
  entries?: ReadonlyMap<number, string>;
  records?: ReadonlyMap<string, string>;
}): PaperNamer {
  return async (db, papers, replaced) => {
    const slugOf = new Map(papers.flatMap(({ was }) => (was ? [[was.pk, was.slug]] : [])));
    const mentions = papers.flatMap((paper) => paper.mentions);
    const noted = await readNoted(db, mentions);
    const wanted = new Map<PaperMention, string>();
    for (const mention of mentions) {
      const slug = mention.paperPk === null ? comingSlug(mention, coming) : noted.get(keyOf(mention));
      const known = slug ?? (mention.paperPk === null ? undefined : slugOf.get(mention.paperPk));
      if (known !== undefined) wanted.set(mention, known);
    }
    const named = await nameAsTheyCame(db, papers, wanted, replaced);
    await note(db, named, wanted, noted);
    return named;
  };
}

/** By what a record that comes is known. */
export function comingRecord({ number, hash }: { number: number; hash: string }): string {
  return `${number}/${hash}`;
}

/** Forgets what was noted: all of an export is there. */
export async function forgetSlugs(db: Db): Promise<void> {
  await run(db, sql`delete from wanted_slug`);
}

/** Whether anything is noted. */
export async function areSlugsNoted(db: Db): Promise<boolean> {
  return (await run(db, sql`select 1 from wanted_slug limit 1`)).length > 0;
}

function comingSlug(mention: PaperMention, coming: Parameters<typeof namerOf>[0]): string | undefined {
  return isPrinting(mention) ? coming.entries?.get(mention.rank) : coming.records?.get(comingRecord(mention.record));
}

function placeOf(mention: PaperMention): Place {
  if (isPrinting(mention)) return [mention.digestPk, mention.rank, ''];
  const { sourcePk, number, hash } = mention.record;
  return [sourcePk, number, hash];
}

function keyOf(mention: PaperMention): string {
  return placeOf(mention).join('/');
}

async function readNoted(db: Db, mentions: readonly PaperMention[]): Promise<Map<string, string>> {
  if (mentions.length === 0 || !(await areSlugsNoted(db))) return new Map();
  const rows = await run<{ place: number; number: number; hash: string; slug: string }>(
    db,
    sql`select place, number, hash, slug from wanted_slug
        where (place, number, hash) in ${table(COLUMNS, distinct(mentions.map(placeOf)))}`,
  );
  return new Map(rows.map(({ place, number, hash, slug }) => [[place, number, hash].join('/'), slug]));
}

/** Notes the slugs of what came under another one than its paper has now, and forgets those that are had. */
async function note(
  db: Db,
  papers: readonly NamedPaper[],
  wanted: ReadonlyMap<PaperMention, string>,
  noted: ReadonlyMap<string, string>,
): Promise<void> {
  const outdated: Place[] = [];
  const added: (readonly [...Place, string])[] = [];
  for (const { slug, mentions } of papers) {
    for (const mention of mentions) {
      const [before, now] = [noted.get(keyOf(mention)), wanted.get(mention)];
      const toNote = now === undefined || now === slug ? undefined : now;
      if (before === toNote) continue;
      if (before !== undefined) outdated.push(placeOf(mention));
      if (toNote !== undefined) added.push([...placeOf(mention), toNote]);
    }
  }
  if (outdated.length > 0) {
    await run(db, sql`delete from wanted_slug where (place, number, hash) in ${table(COLUMNS, distinct(outdated))}`);
  }
  await insertRows(db, 'wanted_slug', ['place', 'number', 'hash', 'slug'], distinct(added));
}

/** Each place once: two records that say the same at one place are of one paper. */
function distinct<Row extends readonly [...Place, ...string[]]>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.slice(0, 3).join('/'), row])).values()];
}
