import sql from 'sql-template-tag';
import { rememberWords } from '../../../src/search/index/words';
import { run } from '../../../src/store/sql';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const stored = () => run(store.reader, sql`select word, term from search_word where word like 'okapi%' order by word`);

describe('the words that are remembered', () => {
  it('are stored once, however often they are met', async () => {
    await store.write((db) => rememberWords(db, [['okapi', 'okapis', 'ok'], ['okapi']]));
    await store.write((db) => rememberWords(db, [['okapis']]));
    expect(await stored()).toEqual([
      { word: 'okapi', term: 'okapi' },
      { word: 'okapis', term: 'okapi' },
    ]);
  });

  it('of a transaction that failed are stored by the next that meets them', async () => {
    const failed = store.write(async (db) => {
      await rememberWords(db, [['okapi']]);
      throw new Error('no room left');
    });
    await expect(failed).rejects.toThrow('no room left');
    expect(await stored()).toEqual([]);
    await store.write((db) => rememberWords(db, [['okapi']]));
    expect(await stored()).toEqual([{ word: 'okapi', term: 'okapi' }]);
  });
});
