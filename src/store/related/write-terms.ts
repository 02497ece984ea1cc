import sql from 'sql-template-tag';
import type { Term } from '../../extract/terms';
import type { TopicTag } from '../../extract/topics';
import { insertRows } from '../import/insert-rows';
import { type Db, ids, run } from '../sql';
import { countTermsIn, countTermsOut } from './count-terms';
import { levelOf, THOUSAND, tokenOf } from './level';
import type { TermEntry } from './term-index';
import { termIndexOf } from './term-index-of';

/** What of a paper may be found in others. */
export interface PaperTraits {
  paperPk: number;
  facts: { terms: readonly Term[]; topics: readonly TopicTag[] };
}

/** Stands before the slug of a topic in the key of a term; no word has it. */
export const TOPIC_SIGN = '#';

type Weights = Record<string, number>;

/**
 * Stores and counts the terms of papers that have none yet. A topic is a term as well, its score the weight: so texts
 * that name one thing by different words have it in common.
 */
export async function writeTerms(db: Db, papers: readonly PaperTraits[]): Promise<void> {
  const written = papers
    .map(({ paperPk, facts }) => ({ paperPk, weights: weightsOf(facts), texts: textsOf(facts) }))
    .sort((one, other) => one.paperPk - other.paperPk);
  if (written.length === 0) return;
  await insertRows(
    db,
    'paper_terms',
    ['paper_id', 'weights', 'texts'],
    written.map(({ paperPk, weights, texts }) => [paperPk, JSON.stringify(weights), JSON.stringify(texts)]),
  );
  await countTermsIn(
    db,
    written.map(({ weights }) => Object.keys(weights)),
  );
  await termIndexOf(db).add(db, written.map(entryOf));
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

function weightsOf({ topics, terms }: PaperTraits['facts']): Weights {
  const weights: Weights = {};
  for (const { slug, score } of topics) weights[`${TOPIC_SIGN}${slug}`] = Math.round(score * THOUSAND);
  for (const { key, weight } of terms) weights[key] = Math.round(weight * THOUSAND);
  return weights;
}

function textsOf({ terms }: PaperTraits['facts']): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { key, text } of terms) texts[key] = text;
  return texts;
}

function entryOf({ paperPk, weights }: { paperPk: number; weights: Weights }): TermEntry {
  return { paperPk, tokens: Object.entries(weights).map(([key, weight]) => tokenOf(key, levelOf(weight))) };
}
