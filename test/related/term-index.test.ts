import sql from 'sql-template-tag';
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

describe('the term index', () => {
  it('leads to the latest 32 of the papers that make as much of a term', async () => {
    const papers = Array.from({ length: 40 }, (_, index): [string, string] => [titleOf(index), ONCE]);
    await store.importText('2025-01-02.txt', digestText('Jan 2', papers));
    const [[first, others] = [0, []]] = await relatedOfAll();
    expect(others.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 32 }, (_, index) => first + 8 + index),
    );
  });

  it('leads to as many each of those that make much and little of it', async () => {
    const texts = [ONCE, TWICE];
    const papers = Array.from({ length: 90 }, (_, index): [string, string] => [
      titleOf(index),
      texts[index % 2] as string,
    ]);
    await store.importText('2025-01-02.txt', digestText('Jan 2', papers));
    const [[, others] = [0, []]] = await relatedOfAll();
    expect(others).toHaveLength(64);
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
