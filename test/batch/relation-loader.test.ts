import { lineUp } from '../../src/batch/line-up';
import { RelationLoader } from '../../src/batch/relation-loader';
import { isSameData } from '../../src/store/is-same-data';

describe('lining up', () => {
  it('gives rows in the order of the keys, null where there is none', () => {
    expect(lineUp([3, 1, 2], [{ pk: 1 }, { pk: 3 }], ({ pk }) => pk)).toEqual([{ pk: 3 }, { pk: 1 }, null]);
  });
});

describe('a relation loader', () => {
  it('asks once for all parents with equal arguments, and again for others', async () => {
    const asked: [number[], object][] = [];
    const loader = new RelationLoader(async (parents, args: { first: number }) => {
      asked.push([[...parents], args]);
      return new Map(parents.map((parent) => [parent, parent * args.first]));
    });
    const answers = await Promise.all([
      loader.load(1, { first: 2 }),
      loader.load(2, { first: 2 }),
      loader.load(1, { first: 3 }),
    ]);
    expect(answers).toEqual([2, 4, 3]);
    expect(asked).toEqual([
      [[1, 2], { first: 2 }],
      [[1], { first: 3 }],
    ]);
  });

  it('fails for a parent without an answer rather than hang', async () => {
    const loader = new RelationLoader<null, number>(async () => new Map());
    await expect(loader.load(7, null)).rejects.toThrow('No answer for parent 7');
  });
});

describe('the same data', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [[1, 2], [1, 2, 3], false],
    [[1], { 0: 1 }, false],
    [null, {}, false],
    ['a', 'a', true],
  ])('%j and %j: %s', (one, other, same) => {
    expect([isSameData(one, other), isSameData(other, one)]).toEqual([same, same]);
  });
});
