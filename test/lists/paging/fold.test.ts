import sql from 'sql-template-tag';
import { digestsOfPaper } from '../../../src/lists/digest/digests';
import { linksOfPaper } from '../../../src/lists/links';
import { FIRST, type Fold, type Relation, WHOLE, type Window } from '../../../src/lists/paging/list';
import { readPage, readPages } from '../../../src/lists/paging/read-pages';
import { topicsOfPaper } from '../../../src/lists/paper-topics';
import { defaultPaperOrder, paperColumns, paperOrderTerms, papersBySlug } from '../../../src/lists/papers';
import { repositoriesOfPaper, repositoryOf } from '../../../src/lists/repositories';
import { papersOfTopic } from '../../../src/lists/topic-papers';
import { topicsBySlug } from '../../../src/lists/topics';
import { Work } from '../../../src/store/reading/work';
import type { OperationDb } from '../../../src/store/sql';
import { openSeededStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

/** Of any arguments. */
// biome-ignore lint/suspicious/noExplicitAny: as in `Fold`
type AnyRelation = Relation<any, unknown>;

/** The same on both engines, whether it is faster there or not. */
const everywhere = (relation: AnyRelation): AnyRelation => ({ ...relation, foldedOn: ['sqlite', 'postgres'] });

const foldOf = (relation: AnyRelation, args: object, window: Window, folds: Fold[] = [], by = 'pk'): Fold => ({
  relation: everywhere(relation),
  args: { ...args, window },
  by,
  folds,
});

const page = (limit: number): Window => ({ ...WHOLE, limit });
const rowsOf = (found: unknown) => (found as { items: { row: unknown }[] } | undefined)?.items.map(({ row }) => row);

/** Holds what came along for the parents against what is read for them. */
async function expectSame(db: OperationDb, fold: Fold, parents: readonly number[]): Promise<number> {
  const { window } = fold.args;
  const read = await readPages<object>(store.reader, fold.relation.list(fold.args), parents, window);
  let rows = 0;
  for (const parent of parents) {
    const expected = read.get(parent);
    const found = db.folded?.get(fold.relation, fold.args, parent);
    expect({ parent, rows: rowsOf(found), hasMore: (found as typeof expected)?.hasMore }).toEqual({
      parent,
      rows: rowsOf(expected),
      hasMore: expected?.hasMore,
    });
    rows += expected?.items.length ?? 0;
  }
  return rows;
}

describe('relations folded into the statement of their parents', () => {
  it('come along with a page, those of their own rows too', async () => {
    const db = store.read(new Work(60_000));
    const repository = foldOf(repositoryOf, {}, FIRST, [], 'repositoryPk');
    const folds = [
      foldOf(topicsOfPaper, { minScore: 0.4 }, page(2)),
      foldOf(repositoriesOfPaper, {}, page(1)),
      foldOf(digestsOfPaper, {}, page(20)),
      foldOf(linksOfPaper, {}, WHOLE, [repository]),
    ];
    const list = { columns: paperColumns, from: sql`paper p`, where: [], order: paperOrderTerms(defaultPaperOrder) };
    const { items, hasMore } = await readPage<{ pk: number }>(db, list, { ...page(7), folds });
    expect([items.length, hasMore]).toEqual([7, true]);
    const unfolded = await readPage<{ pk: number }>(store.reader, list, page(7));
    expect(items.map(({ row }) => row)).toEqual(unfolded.items.map(({ row }) => row));
    const pks = items.map(({ row }) => row.pk);
    for (const fold of folds) expect(await expectSame(db, fold, pks)).toBeGreaterThan(0);
    const links = [
      ...(await readPages<{ repositoryPk: number | null }>(store.reader, linksOfPaper.list({}), pks, WHOLE)).values(),
    ];
    const repositories = links.flatMap((of) => of.items.flatMap(({ row }) => row.repositoryPk ?? []));
    expect(await expectSame(db, repository, repositories)).toBeGreaterThan(0);
  });

  it('come along with what is read by keys', async () => {
    const db = store.read(new Work(60_000));
    const repositories = foldOf(repositoriesOfPaper, {}, page(20));
    const args = { includeDescendants: true, filter: {}, order: defaultPaperOrder };
    const papers = foldOf(papersOfTopic, args, page(3), [repositories]);
    const topics = await topicsBySlug(db, ['optimization', 'nothing', 'domain-generalization'], [papers]);
    expect(topics).toHaveLength(2);
    const pks = topics.map(({ pk }) => pk);
    expect(await expectSame(db, papers, pks)).toBe(5);
    const read = await readPages<{ pk: number }>(store.reader, papersOfTopic.list(args), pks, page(3));
    await expectSame(
      db,
      repositories,
      [...read.values()].flatMap(({ items }) => items.map(({ row }) => row.pk)),
    );
  });

  it('are left alone where nothing keeps them, where they would be too many, and where they are slower so', async () => {
    const [paper] = await papersBySlug(store.reader, ['gradient-is-all-you-need'], {}, [
      foldOf(linksOfPaper, {}, WHOLE),
    ]);
    expect(paper?.slug).toBe('gradient-is-all-you-need');
    const db = store.read(new Work(60_000));
    const args = { includeDescendants: true, filter: {}, order: defaultPaperOrder };
    const many = foldOf(papersOfTopic, args, page(2_000));
    const slower = { ...foldOf(papersOfTopic, args, page(1)), relation: { ...papersOfTopic, foldedOn: [] } };
    const [topic] = await topicsBySlug(db, ['optimization'], [many, slower]);
    for (const fold of [many, slower]) expect(db.folded?.get(fold.relation, fold.args, topic?.pk ?? 0)).toBeUndefined();
  });
});
