import sql from 'sql-template-tag';
import { type Bounds, Candidates } from '../../src/related/find-candidates';
import { KnownTerms } from '../../src/related/known-terms';
import { KnownVectors } from '../../src/related/known-vectors';
import { readRelatedLists } from '../../src/related/read-related';
import { termIndexOf } from '../../src/related/term-index/term-index-of';
import { rebuildTermIndex } from '../../src/related/write-terms';
import { run } from '../../src/store/sql';
import { digestText } from '../support/digest-text';
import { openSeededStore, openStore, type TestStore } from '../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const listsOf = (papers: readonly number[]) => {
  const known = { terms: new KnownTerms(store.reader), vectors: new KnownVectors(store.reader) };
  return readRelatedLists(store.reader, known, papers, {});
};

async function relatedOfAll(): Promise<[pk: number, others: number[]][]> {
  const papers = await run<{ pk: number }>(store.reader, sql`select id as pk from paper order by id`);
  const lists = await listsOf(papers.map(({ pk }) => pk));
  return papers.map(({ pk }) => [pk, (lists.get(pk) ?? []).map((related) => related.pk)]);
}

/** Papers that differ in how much they make of one word alone. */
const titleOf = (index: number): string => `On the Animals of Valley ${index + 1}`;
const ONCE = 'The okapi lives there all the year, and nobody saw one before us.';
const TWICE = 'The okapi lives there all the year, and nobody saw an okapi before us.';

/** Those that a paper's terms lead to, by primary key. */
async function candidatesOf(paper: number, bounds: Bounds): Promise<number[]> {
  const terms = new KnownTerms(store.reader);
  await terms.readWeights([paper]);
  await terms.readRarities([paper]);
  const candidates = new Candidates(store.reader, terms, {}, bounds);
  await candidates.follow([paper]);
  const found = (await candidates.of([paper], Infinity)).get(paper) as number[];
  return found.sort((one, other) => one - other);
}

async function importPapers(texts: readonly string[]): Promise<number[]> {
  const papers = texts.map((text, index): [string, string] => [titleOf(index), text]);
  await store.importText('2025-01-02.txt', digestText('Jan 2', papers));
  const rows = await run<{ pk: number }>(store.reader, sql`select id as pk from paper order by id`);
  return rows.map(({ pk }) => pk);
}

describe('the term index', () => {
  it('leads to the latest of the papers that make as much of a term', async () => {
    const pks = await importPapers(Array.from({ length: 40 }, () => ONCE));
    expect(await candidatesOf(pks[0] as number, { met: Infinity, ofALevel: 32 })).toEqual(pks.slice(8));
  });

  it('leads to as many each of those that make much and little of it', async () => {
    const pks = await importPapers(Array.from({ length: 90 }, (_, index) => (index % 2 === 0 ? ONCE : TWICE)));
    expect(await candidatesOf(pks[0] as number, { met: Infinity, ofALevel: 32 })).toEqual(pks.slice(-64));
  });

  it('is followed from the rarest term on until enough papers are met', async () => {
    const rare = 'The quokka and the okapi live there all the year, and nobody saw one before us.';
    const [first, ...others] = await importPapers([rare, rare, ...Array.from({ length: 20 }, () => ONCE)]);
    const bounds = { met: Infinity, ofALevel: 32 };
    expect(await candidatesOf(first as number, bounds)).toEqual(others);
    expect(await candidatesOf(first as number, { ...bounds, met: 1 })).toEqual(others.slice(0, 1));
  });

  it('is made anew from the terms of the papers', async () => {
    await store.close();
    store = await openSeededStore();
    const before = await relatedOfAll();
    expect(before.some(([, others]) => others.length > 5)).toBe(true);
    await store.write((db) => termIndexOf(db).clear(db));
    expect((await relatedOfAll()).every(([, others]) => others.length === 0)).toBe(true);
    await store.write(rebuildTermIndex);
    expect(await relatedOfAll()).toEqual(before);
  });
});
