import { countParts, repositoriesOfPart, slugsOfPart } from '../../../src/lists/look-up/parts';
import { openSeededStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const SIZE = 7;

describe('parts', () => {
  it.each(['paper', 'topic', 'digest'] as const)('of all %ss hold each once, and none too many', async (of) => {
    const count = await countParts(store.reader, of, SIZE);
    const parts = await Promise.all(
      Array.from({ length: count }, (_, part) => slugsOfPart(store.reader, of, part, SIZE)),
    );
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(SIZE);
    const whole = await slugsOfPart(store.reader, of, 0, 1_000_000);
    expect(parts.flat()).toEqual(whole);
    expect(new Set(whole).size).toBe({ paper: 51, topic: 193, digest: 1 }[of]);
    expect(await slugsOfPart(store.reader, of, count, SIZE)).toEqual([]);
  });

  it('of repositories say where each is', async () => {
    const count = await countParts(store.reader, 'repository', SIZE);
    expect(count).toBeGreaterThan(1);
    const parts = await Promise.all(
      Array.from({ length: count }, (_, part) => repositoriesOfPart(store.reader, part, SIZE)),
    );
    expect(parts.flat()).toContainEqual({ host: 'github.com', owner: 'jmlipman', name: 'TopoMortar' });
    expect(parts.flat()).toEqual(await repositoriesOfPart(store.reader, 0, 1_000_000));
  });
});
