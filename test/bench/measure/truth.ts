import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { readHits } from '../../../src/search/answer/search';
import { prepareSearch, type SearchOptions } from '../../../src/search/rank/prepare-search';
import { BOUNDS } from '../../../src/search/rank/top-k/bounds';
import { SHIPPED_DIGEST, shippedWeights } from '../../../src/seeds';
import { type Db, run } from '../../../src/store/sql';
import { openStore } from '../../../src/store/store';
import { anyText } from '../../support/truth/any-text';
import { measureQueries } from '../../support/truth/judged-queries';
import { measureTopics } from '../../support/truth/judged-topics';
import { importDigests } from '../corpus/import-digests';
import type { MadeDatabase } from '../corpus/made-database';
import { createRandom } from '../corpus/random';
import { report } from '../report';
import { markdownTable, readable } from '../table';

/** Papers whose own words are asked for, and texts that are to be queries whatever they are. */
const PAPERS = 200;
const TEXTS = 10_000;

const ALL = ['PAPER', 'TOPIC', 'REPOSITORY'] as const;
const TEN = { limit: 10, after: null, before: null, backwards: false };

/** A paper of the made database, and how somebody may ask for it. */
interface Known {
  pk: number;
  title: string;
  abstract: string;
}

/**
 * How right answers are: searches that people judged, topics that people gave, papers that are to be found by what is
 * remembered of them; and how far bounds change what a search lists.
 */
export async function measureTruth(made: MadeDatabase): Promise<string> {
  const rows = [...(await measureJudged()), ...topicRows()];
  const store = await openStore({ databaseUrl: `sqlite:${made.file}` });
  try {
    rows.push(...(await measureKnown(store.reader, made.papers)));
  } finally {
    await store.close();
  }
  return markdownTable(['measure', 'of', 'figure'], rows);
}

async function measureJudged(): Promise<string[][]> {
  report('truth: judged queries on the shipped digest');
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-truth-'));
  try {
    const url = `sqlite:${join(folder, 'shipped.sqlite')}`;
    await importDigests(url, folder, [SHIPPED_DIGEST], 1);
    return await measureShipped(url);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureShipped(databaseUrl: string): Promise<string[][]> {
  const store = await openStore({ databaseUrl });
  try {
    const titlesBy = (options: SearchOptions) => async (query: string) => {
      const search = await prepareSearch(store.reader, query, ['PAPER'], {}, options);
      const { items } = await readHits(store.reader, search, TEN);
      return items.map(({ row }) => (row.__typename === 'Paper' ? row.title : ''));
    };
    const byWords = await measureQueries(titlesBy({}));
    const byBoth = await measureQueries(titlesBy({ weights: shippedWeights().read() }));
    const of = `${byBoth.queries} queries on the shipped digest`;
    return [
      ['search: nDCG@10, words alone', of, byWords.ndcg.toFixed(3)],
      ['search: nDCG@10, words and vectors', of, byBoth.ndcg.toFixed(3)],
      ['search: the paper meant is not among the first three', of, String(byBoth.lost.length)],
    ];
  } finally {
    await store.close();
  }
}

function topicRows(): string[][] {
  report('truth: judged topics');
  return (['TUNED', 'HELD_OUT'] as const).flatMap((half) => {
    const of = `50 papers, ${half === 'TUNED' ? 'looked at while tuning' : 'held out'}`;
    const { precision, recall, f1, withBroader, withMentions } = measureTopics(half);
    return [
      ['topics: precision / recall / F1', of, [precision, recall, f1].map(readable).join(' / ')],
      ['topics: recall with broader topics / with mentions', of, [withBroader, withMentions].map(readable).join(' / ')],
    ];
  });
}

async function measureKnown(db: Db, papers: number): Promise<string[][]> {
  const every = Math.max(1, Math.floor(papers / PAPERS));
  const all = await run<Known>(
    db,
    sql`select id as pk, title, abstract from paper where id % cast(${every} as integer) = 0 and abstract is not null
        order by id limit ${PAPERS}`,
  );
  const weights = shippedWeights().read();
  const asked: [name: string, query: (known: Known) => string][] = [
    [
      'a title with a word left out',
      ({ title }) =>
        title
          .split(' ')
          .filter((_, at) => at !== 1)
          .join(' '),
    ],
    ['a sentence of the abstract', ({ abstract }) => sentencesOf(abstract)[1] ?? abstract],
    ['all of the abstract but its first sentence', ({ abstract }) => sentencesOf(abstract).slice(1).join(' ')],
  ];
  const rows: string[][] = [];
  for (const [name, queryOf] of asked) {
    report(`truth: ${name}`);
    let reciprocal = 0;
    let served = 0;
    let exact = 0;
    for (const known of all) {
      const query = queryOf(known);
      const best = await firstTen(db, query, { weights });
      const place = best.findIndex(({ pk }) => pk === known.pk);
      if (place >= 0) reciprocal += 1 / (place + 1);
      served += sumOfScores(best);
      exact += sumOfScores(await firstTen(db, query, { weights, bounds: { ...BOUNDS, visited: Infinity } }));
    }
    const of = `${all.length} of ${papers} made papers`;
    rows.push([`known paper by ${name}: MRR@10`, of, (reciprocal / all.length).toFixed(3)]);
    rows.push([`known paper by ${name}: scores served, of exact ones`, of, (served / exact).toFixed(3)]);
  }
  rows.push(await measureAnyText(db, all));
  return rows;
}

/** The scores of the first ten by the words of the query; what is named whole gains the same in any case. */
async function firstTen(db: Db, query: string, options: SearchOptions) {
  const search = await prepareSearch(db, query, ['PAPER'], {}, options);
  const { items } = await readHits(db, search, TEN);
  return items.map(({ row: { pk, wordScore, vectorScore } }) => ({ pk, score: wordScore + vectorScore }));
}

function sumOfScores(hits: readonly { score: number }[]): number {
  return hits.reduce((sum, { score }) => sum + score, 0);
}

async function measureAnyText(db: Db, all: readonly Known[]): Promise<string[]> {
  report('truth: any text');
  const sentences = readFileSync(SHIPPED_DIGEST, 'utf8').split(/(?<=[.!?])\s+/);
  const random = createRandom(all.length);
  let errors = 0;
  for (let made = 0; made < TEXTS; made += 1) {
    try {
      await readHits(db, await prepareSearch(db, anyText(random, sentences), ALL, {}), TEN);
    } catch {
      errors += 1;
    }
  }
  return ['any text is a query: errors', `${TEXTS} texts`, String(errors)];
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}
