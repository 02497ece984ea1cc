import sql from 'sql-template-tag';
import { type Db, ids, run } from '../store/sql';
import { insertRows } from '../store/write/insert-rows';
import { countTermsIn, countTermsOut } from './count-terms';
import type { TermEntry } from './term-index/term-index';
import { termIndexOf } from './term-index/term-index-of';
import { BETWEEN_TERMS, type Traits, tokensOf } from './traits';

type Weights = Record<string, number>;

/** Stores and counts the terms of papers that have none yet. */
export async function writeTerms(db: Db, papers: readonly { paperPk: number; traits: Traits }[]): Promise<void> {
  if (papers.length === 0) return;
  const inOrder = [...papers].sort((one, other) => one.paperPk - other.paperPk);
  await insertRows(
    db,
    'paper_terms',
    ['paper_id', 'weights', 'texts'],
    inOrder.map(({ paperPk, traits }) => [paperPk, traits.weights, traits.texts]),
  );
  await countTermsIn(
    db,
    inOrder.map(({ traits }) => split(traits.keys)),
  );
  await termIndexOf(db).add(
    db,
    inOrder.map(({ paperPk, traits }) => ({ paperPk, tokens: traits.tokens })),
  );
}

/** Removes the terms of papers; a term that no paper has any more goes. */
export async function removeTerms(db: Db, papers: readonly number[]): Promise<void> {
  const rows = await run<{ paperPk: number; weights: string }>(
    db,
    sql`select paper_id as "paperPk", weights from paper_terms where paper_id in ${ids(papers)}`,
  );
  if (rows.length === 0) return;
  const stored = rows.map(({ paperPk, weights }) => ({ paperPk, weights: JSON.parse(weights) as Weights }));
  await countTermsOut(
    db,
    stored.map(({ weights }) => Object.keys(weights)),
  );
  await termIndexOf(db).remove(db, stored.map(entryOf));
  await run(db, sql`delete from paper_terms where paper_id in ${ids(papers)}`);
}

/** Removes the terms of all papers. */
export async function clearTerms(db: Db): Promise<void> {
  await run(db, sql`delete from paper_terms`);
  await run(db, sql`delete from term`);
  await termIndexOf(db).clear(db);
}

/** Papers indexed at a time: bounds memory. */
const PAPERS_AT_A_TIME = 500;

/** Makes the term index say what the papers' terms are, whatever it holds. */
export async function rebuildTermIndex(db: Db): Promise<void> {
  const index = termIndexOf(db);
  await index.clear(db);
  for (let last = 0; ; ) {
    const rows = await run<{ paperPk: number; weights: string }>(
      db,
      sql`select paper_id as "paperPk", weights from paper_terms where paper_id > ${last}
          order by paper_id limit ${PAPERS_AT_A_TIME}`,
    );
    if (rows.length === 0) return;
    await index.add(
      db,
      rows.map(({ paperPk, weights }) => entryOf({ paperPk, weights: JSON.parse(weights) })),
    );
    last = rows.at(-1)?.paperPk as number;
  }
}

function entryOf({ paperPk, weights }: { paperPk: number; weights: Weights }): TermEntry {
  return { paperPk, tokens: tokensOf(Object.entries(weights)) };
}

function split(keys: string): string[] {
  return keys === '' ? [] : keys.split(BETWEEN_TERMS);
}
