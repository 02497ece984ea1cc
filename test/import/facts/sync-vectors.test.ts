import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFactReader, vectorOf } from '../../../src/import/facts/facts';
import { syncVectors } from '../../../src/import/facts/sync-vectors';
import { syncVocabulary } from '../../../src/import/facts/sync-vocabulary';
import { indexText } from '../../../src/search/index/upkeep/index-text';
import { shippedWeights } from '../../../src/seeds';
import { readVectors, type StoredVector } from '../../../src/vectors/stored-vectors';
import { WeightsFile, writeWeights } from '../../../src/vectors/weights-file';
import { abstractWith, digestText } from '../../support/digest-text';
import { openSeededStore, openStore, type TestStore } from '../../support/store';

let store: TestStore;
let folder: string;
let others: WeightsFile;

beforeEach(async () => {
  store = await openStore();
  folder = mkdtempSync(join(tmpdir(), 'offprint-vectors-'));
  const stems = ['learn', 'network', 'optim', 'zebra'];
  const rows = Float32Array.from({ length: 8 }, (_, at) => at + 1);
  writeWeights(
    folder,
    { dimensions: 2, stems, counts: [40, 30, 20, 10], texts: 100, common: ['the'], rows },
    'by hand',
  );
  others = new WeightsFile(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

interface StoredPaper extends StoredVector {
  id: number;
  title: string;
  abstract: string | null;
}

const stored = ({ writer }: TestStore): Promise<StoredPaper[]> =>
  writer.query(`select p.id, p.title, p.abstract, v.coverage, v.vector from paper p
    join paper_vector v on v.paper_id = p.id order by p.id`);

const expected = (weights: WeightsFile, papers: readonly StoredPaper[]) =>
  papers.map((paper) => ({ ...paper, ...vectorOf(weights, indexText(paper.title, paper.abstract)) }));

const readerBy = (weights: WeightsFile | null) => createFactReader(store.factReader.vocabulary, weights);

describe('the vectors of papers', () => {
  it('are those of their texts by the shipped weights, one for each', async () => {
    const seeded = await openSeededStore();
    const papers = await stored(seeded);
    expect(papers.length).toBeGreaterThan(45);
    expect(papers).toEqual(expected(shippedWeights(), papers));
    for (const { coverage } of papers) expect(coverage).toBeGreaterThan(700);
    await seeded.close();
  });

  it('are there already when a reader comes with the same weights', async () => {
    expect(await syncVectors(store, store.factReader)).toBe(false);
  });

  it('are made anew by other weights, and go when vectors are turned off', async () => {
    await store.seed();
    const before = await stored(store);
    expect(await syncVectors(store, readerBy(others))).toBe(true);
    const made = await stored(store);
    expect(made).toHaveLength(before.length);
    expect(made).toEqual(expected(others, made));
    expect(made).not.toEqual(before);
    expect(await syncVectors(store, readerBy(null))).toBe(true);
    expect(await stored(store)).toEqual([]);
    expect(await syncVectors(store, readerBy(null))).toBe(false);
    expect(await syncVectors(store, store.factReader)).toBe(true);
    expect(await stored(store)).toEqual(before);
  });

  it('are made anew when the last paper lacks one', async () => {
    await store.seed();
    const before = await stored(store);
    await store.writer.query('delete from paper_vector where paper_id = (select max(id) from paper)');
    expect(await syncVectors(store, store.factReader)).toBe(true);
    expect(await stored(store)).toEqual(before);
  });

  it('are those of the weights with which every paper is read again', async () => {
    await store.seed();
    const smaller = store.factReader.vocabulary.filter(({ slug }) => slug !== 'convex-optimization');
    await syncVocabulary(store, createFactReader(smaller, others));
    const made = await stored(store);
    expect(made).toEqual(expected(others, made));
    expect(await syncVectors(store, readerBy(others))).toBe(false);
  });

  it('go with the paper, and change with its text', async () => {
    const papers = (text: string): [string, string][] => [['Lattice Kernels', abstractWith(text)]];
    await store.importText('2025-01-02.txt', digestText('Jan 2', papers('A speech recognizer.')));
    const [speech] = await stored(store);
    await store.importText('2025-01-02.txt', digestText('Jan 2', papers('An image classifier.')));
    const [image] = await stored(store);
    expect(image?.vector).not.toBe(speech?.vector);
    expect([image]).toEqual(expected(shippedWeights(), [image as StoredPaper]));
    await store.importText('2025-01-02.txt', digestText('Jan 2', [['On the Animals of a Valley', abstractWith('')]]));
    const now = await stored(store);
    expect(now.map(({ title }) => title)).toEqual(['On the Animals of a Valley']);
  });

  it('are none of a text of which no word is known', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [['格子核', '我们证明了这个结果。']]));
    const [paper] = await stored(store);
    expect(paper).toMatchObject({ coverage: 0, vector: '' });
    expect(await readVectors(store.reader, [paper?.id as number])).toEqual(new Map());
  });
});
