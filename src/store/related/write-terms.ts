import sql from 'sql-template-tag';
import type { Term } from '../../extract/terms';
import type { TopicTag } from '../../extract/topics';
import { insertRows } from '../import/insert-rows';
import { type Db, ids, keys, run, type Scalar } from '../sql';
import { fingerprintOf, strengthOf } from './strength';

/** What of a paper may be found in others. */
export interface PaperTraits {
  paperPk: number;
  facts: { terms: readonly Term[]; topics: readonly TopicTag[] };
}

/** Stands before the slug of a topic in the key of a term; no word has it. */
export const TOPIC_SIGN = '#';

/**
 * Stores the terms of papers that have none yet. A topic is a term as well, its score the weight: so texts that name one
 * thing by different words have it in common. Counters are the caller's.
 */
export async function writeTerms(db: Db, papers: readonly PaperTraits[]): Promise<void> {
  const termsOf = papers.map(({ paperPk, facts }) => ({
    paperPk,
    terms: [...topicTerms(facts.topics), ...facts.terms],
  }));
  const pkOf = await findOrAddTerms(db, [...new Set(termsOf.flatMap(({ terms }) => terms.map(({ key }) => key)))]);
  const slugs = await slugsOf(db, papers);
  const rows = termsOf.flatMap(({ paperPk, terms }) => {
    const fingerprint = fingerprintOf(slugs.get(paperPk) ?? '');
    return terms.map(({ key, text, weight }): Scalar[] => [
      paperPk,
      pkOf.get(key) ?? null,
      strengthOf(weight, fingerprint),
      text,
    ]);
  });
  await insertRows(db, 'paper_term', ['paper_id', 'term_id', 'strength', 'text'], rows);
}

function topicTerms(topics: readonly TopicTag[]) {
  return topics.map(({ slug, score }) => ({ key: `${TOPIC_SIGN}${slug}`, text: null, weight: score }));
}

async function findOrAddTerms(db: Db, termKeys: readonly string[]): Promise<Map<string, number>> {
  const pkOf = await findTerms(db, termKeys);
  const missing = termKeys.filter((key) => !pkOf.has(key));
  if (missing.length === 0) return pkOf;
  await insertRows(
    db,
    'term',
    ['key'],
    missing.map((key) => [key]),
  );
  return new Map([...pkOf, ...(await findTerms(db, missing))]);
}

async function findTerms(db: Db, termKeys: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ pk: number; key: string }>(
    db,
    sql`select id as pk, key from term where key in ${keys(termKeys)}`,
  );
  return new Map(rows.map(({ pk, key }) => [key, pk]));
}

async function slugsOf(db: Db, papers: readonly PaperTraits[]): Promise<Map<number, string>> {
  const pks = ids(papers.map(({ paperPk }) => paperPk));
  const rows = await run<{ pk: number; slug: string }>(db, sql`select id as pk, slug from paper where id in ${pks}`);
  return new Map(rows.map(({ pk, slug }) => [pk, slug]));
}
