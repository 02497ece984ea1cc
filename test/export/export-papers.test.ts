import { openSnapshot, type Snapshot } from '../../src/copy/snapshot';
import type { ExportFilter } from '../../src/export/export-filter';
import { readExportHead } from '../../src/export/export-head';
import { exportPapers } from '../../src/export/export-papers';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/export/formats';
import { importRecords } from '../../src/import/records/import-records';
import { papersBySlug } from '../../src/lists/papers';
import { openRecords, readRecords } from '../../src/parse/records/read-records';
import { isBroken } from '../../src/parse/records/record';
import { digestText } from '../support/digest-text';
import { openSeededStore, openStore, type TestStore } from '../support/store';
import { makePapers } from './support/made-papers';

const EVERYTHING: ExportFilter = { topics: [], since: null };

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
  const refs =
    '@article{a, title = {A Solitary Study of Lighthouses}, author = {Solo, Hana}, year = 2024, month = feb}\n';
  await importRecords(store, store.factReader, 'refs.bib', await readRecords(pieces(refs), 'refs.bib'));
});
afterAll(() => store.close());

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function exported(format: ExportFormat, filter: ExportFilter = EVERYTHING): Promise<string> {
  const snapshot = await openSnapshot('DATABASE_URL', store.databaseUrl);
  try {
    return await textOf(snapshot, format, filter);
  } finally {
    await snapshot.close();
  }
}

async function textOf({ db }: Snapshot, format: ExportFormat, filter: ExportFilter = EVERYTHING): Promise<string> {
  let text = '';
  for await (const piece of exportPapers(db, format, await readExportHead(db, filter))) text += piece;
  return text;
}

/** Titles in a file that was exported, as our own readers find them. */
async function titlesIn(text: string): Promise<string[]> {
  const { records } = await readRecords(pieces(text), 'exported');
  const titles: string[] = [];
  for await (const record of records) {
    if (isBroken(record)) throw new Error(record.problem);
    titles.push(record.title.value);
  }
  return titles;
}

describe('papers', () => {
  it.each([
    ['bib', 'BIBTEX'],
    ['json', 'CSL_JSON'],
    ['ris', 'RIS'],
    ['csv', 'CSV'],
  ] as const)('go out as %s, which is told and read again as %s', async (format, told) => {
    const text = await exported(format);
    expect((await openRecords(pieces(text), 'exported')).format).toBe(told);
    const titles = await titlesIn(text);
    expect(titles).toHaveLength(52);
    expect(titles).toContain('A Solitary Study of Lighthouses');
  });

  it('go out as a list of Markdown', async () => {
    expect((await exported('md')).match(/^- /gm)).toHaveLength(52);
  });

  it('come with the version of the corpus and the licences of its sources where there are comments', async () => {
    const { corpusVersion } = await readExportHead(store.reader, EVERYTHING);
    const lines = (await exported('bib')).split('\n');
    expect(lines[0]).toMatch(
      new RegExp(`^% Offprint, corpus version ${corpusVersion} of \\d{4}-\\d\\d-\\d\\d: all papers$`),
    );
    expect(lines[1]).toBe('% Source: BIBTEX, licence not known');
    expect(await exported('bib')).toBe(await exported('bib'));
  });

  it.each(EXPORT_FORMATS)('may be none: %s', async (format) => {
    const text = await exported(format, { topics: [], since: '2999-01-01' });
    expect(text).not.toContain('Lighthouses');
    if (format === 'json') expect(JSON.parse(text)).toEqual([]);
  });

  it('are those under any of some topics', async () => {
    const topics = ['optimization', 'neural-collapse'];
    const slugs = (await store.reader.query('select slug from paper')).map(({ slug }: { slug: string }) => slug);
    const under = await papersBySlug(store.reader, slugs, { topics: { any: topics, includeDescendants: true } });
    const titles = JSON.parse(await exported('json', { topics, since: null })).map(({ id }: { id: string }) => id);
    expect(titles).toHaveLength(under.length);
    expect(under.length).toBeGreaterThan(2);
    expect(under.length).toBeLessThan(51);
  });

  it('are those that were first seen since a day, or published where no digest holds them', async () => {
    const since = async (day: string) => JSON.parse(await exported('json', { topics: [], since: day })).length;
    expect(await since('2024-02-01')).toBe(51);
    // Of which only the month is known: it is no earlier than that day.
    expect(await since('2024-01-31')).toBe(52);
    expect(await since('2025-03-11')).toBe(51);
    expect(await since('2025-03-12')).toBe(0);
  });

  it('are those of one moment, whatever is imported meanwhile', async () => {
    const snapshot = await openSnapshot('DATABASE_URL', store.databaseUrl);
    try {
      const before = await textOf(snapshot, 'csv');
      await store.importText(
        '2025-03-12.txt',
        digestText('Mar 12', [['Widgets in the Wild', 'We count widgets in towns.']]),
      );
      expect(await textOf(snapshot, 'csv')).toBe(before);
      expect(await exported('csv')).toContain('Widgets in the Wild');
    } finally {
      await snapshot.close();
    }
  });
});

describe('many papers', () => {
  const COUNT = 4_000;
  let many: TestStore;
  beforeAll(async () => {
    many = await openStore();
    await makePapers(many, COUNT);
  });
  afterAll(() => many.close());

  it('are read as they are asked for, some at a time, each once and in order', async () => {
    const head = await readExportHead(many.reader, EVERYTHING);
    const papers = exportPapers(many.reader, 'json', head);
    const first = await many.log.during(() => papers.next());
    const soFar = first.statements.length;
    expect(soFar).toBeLessThan(10);
    const next = await many.log.during(() => papers.next());
    expect(next.statements).toEqual([]);
    let rest = '';
    const { statements } = await many.log.during(async () => {
      for await (const piece of papers) rest += piece;
    });
    expect(statements.length).toBeGreaterThan(COUNT / 50);
    const numbers = JSON.parse(`${first.answer.value}${next.answer.value}${rest}`).map(({ title }: { title: string }) =>
      Number(title.split(' ')[2]),
    );
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, index) => index));
  });

  it('are gone through in stretches where few of them fit', async () => {
    const head = await readExportHead(many.reader, { topics: ['neural-collapse'], since: null });
    const { statements } = await many.log.during(async () => {
      for await (const _ of exportPapers(many.reader, 'csv', head));
    });
    expect(statements.length).toBeLessThan(3 * (COUNT / 1_000) + 3);
  });
});
