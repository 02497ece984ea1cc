import fc from 'fast-check';
import { writeDump } from '../../../src/export/dump/write-dump';
import type { ExportFilter } from '../../../src/export/export-filter';
import { readExportHead } from '../../../src/export/export-head';
import type { DumpImport } from '../../../src/import/dump/dump-import';
import { importDump } from '../../../src/import/dump/import-dump';
import { importRecords } from '../../../src/import/records/import-records';
import { openRecords, readRecords } from '../../../src/parse/records/read-records';
import { contents, wrongCounters } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { datasetOf, tablesText, taskOf } from '../../support/evaluation-tables';
import { openSeededStore, openStore, type TestStore } from '../../support/store';

const EVERYTHING: ExportFilter = { topics: [], since: null };

const open: TestStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function empty(): Promise<TestStore> {
  const store = await openStore();
  open.push(store);
  return store;
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}

async function dumpOf(store: TestStore, filter: ExportFilter = EVERYTHING): Promise<string> {
  let text = '';
  for await (const line of writeDump(store.reader, await readExportHead(store.reader, filter))) text += line;
  return text;
}

async function bringIn(store: TestStore, text: string, atATime?: number): Promise<DumpImport> {
  const file = 'dump.jsonl';
  const opened = await openRecords(pieces(text), file);
  if (opened.format !== 'OFFPRINT') throw new Error(`expected an export, got ${opened.format}`);
  return importDump(store, store.factReader, opened, undefined, atATime);
}

/** Imports an export until so many transactions are through, and no further. */
async function breakOff(store: TestStore, text: string, atATime: number, transactions: number): Promise<void> {
  let done = 0;
  const failing: TestStore = {
    ...store,
    write: (work) => (done++ < transactions ? store.write(work) : Promise.reject(new Error('broken off'))),
  };
  await bringIn(failing, text, atATime).catch((error: Error) => expect(error.message).toBe('broken off'));
}

async function bringInRecords(store: TestStore, file: string, text: string): Promise<void> {
  await importRecords(store, store.factReader, file, await readRecords(pieces(text), file));
}

async function importedAt(store: TestStore) {
  return [
    await store.writer.query('select slug, imported_at from digest order by slug'),
    await store.writer.query('select file, imported_at from source order by file, imported_at'),
  ];
}

const BIB = `@article{gradient, title = {Gradient is All You Need?}, author = {Example, Ada}, year = 2025, doi = {10.5555/grad.1},
  journal = {Journal of Gradients}, keywords = {gradients, descent}, url = {https://example.org/gradient}}
@misc{widgets, title = {Counting Widgets in Forty Towns}, author = {Sample, Ben}, eprint = {2503.01234}, archivePrefix = {arXiv}, year = 2025}
@article{alone, title = {A Solitary Study of Lighthouses}, author = {Solo, Hana}, year = 2024, month = feb}
@article{intro, title = {Introduction}, author = {Other, Olaf}, year = 1999, abstract = {Nothing of widgets.}}
`;

const LINKS = JSON.stringify([
  {
    paper_url: 'https://paperswithcode.com/paper/widgets',
    paper_title: 'Widgets in the Wild',
    paper_arxiv_id: '2503.01234',
    repo_url: 'https://github.com/example-lab/widgets',
    is_official: true,
    mentioned_in_paper: false,
    mentioned_in_github: true,
    framework: 'pytorch',
  },
]);

const ARXIV = [
  {
    id: '2503.01234',
    title: 'Widgets in the Wild',
    abstract: 'We count widgets.',
    authors_parsed: [['Sample', 'Ben', '']],
    categories: 'cs.LG',
    update_date: '2025-03-04',
    versions: [{ version: 'v1', created: 'Mon, 3 Mar 2025 12:00:00 GMT' }],
  },
  {
    id: '2503.09999',
    title: 'A Paper that Was Taken Back',
    abstract: 'This paper has been withdrawn by the authors.',
    authors_parsed: [['Back', 'Tom', '']],
    categories: 'math.CO',
    comments: 'withdrawn',
    update_date: '2025-03-05',
    versions: [{ version: 'v1', created: 'Tue, 4 Mar 2025 12:00:00 GMT' }],
  },
]
  .map((record) => JSON.stringify(record))
  .join('\n');

const TABLES = tablesText(
  taskOf('Question Answering', [
    datasetOf('Towns', [
      { paper: 'Widgets in the Wild', model: 'A', metrics: { EM: '92.4%' }, arxivId: '2503.01234' },
      { paper: 'A Solitary Study of Lighthouses', model: 'B', metrics: { EM: 12, F1: '-1' } },
    ]),
  ]),
);

/** Digests and records, joined by identifier and by title, two papers of one title, withdrawn ones, and links that are only stated. */
async function everything(): Promise<TestStore> {
  const store = await openSeededStore();
  open.push(store);
  await bringInRecords(store, 'refs.bib', BIB);
  await store.importText(
    '2025-03-12.txt',
    digestText('Mar 12', [
      ['Gradient is All You Need?', abstractWith('The code is at https://github.com/example-lab/gradient.')],
      ['Introduction', abstractWith('It is about towns alone, and nothing else.')],
      ['Widgets in the Wild', abstractWith('Code will be released at https://github.com/example-lab/widgets.')],
    ]),
  );
  await bringInRecords(store, 'links.json', LINKS);
  await bringInRecords(store, 'arxiv.jsonl', `${ARXIV}\n`);
  await bringInRecords(store, 'evaluation-tables.json', TABLES);
  // A third paper of one title.
  await store.importText(
    '2025-03-13.txt',
    digestText('Mar 13', [
      ['Boats on Widgets', abstractWith('They are three papers, says the fourth line of this text.')],
      [
        'Introduction',
        'A wholly other introduction, which says how lighthouses are built on rocks in the sea by night.',
      ],
    ]),
  );
  await bringInRecords(
    store,
    'refs.bib',
    '@article{other, title = {Another File of the Same Name}, author = {Name, Same}, year = 2020}\n',
  );
  return store;
}

describe('an export of all that sources say', () => {
  it('makes the same graph of an empty database, ids included', async () => {
    const store = await everything();
    const other = await empty();
    const done = await bringIn(other, await dumpOf(store));
    expect(done.broken).toEqual([]);
    expect(done.notices).toEqual([]);
    expect(await contents(other)).toEqual(await contents(store));
    expect(await importedAt(other)).toEqual(await importedAt(store));
    expect(await wrongCounters(other)).toEqual([]);
    expect(await dumpOf(other)).toBe(
      (await dumpOf(store)).replace(/^.*\n/, `${(await dumpOf(other)).split('\n')[0]}\n`),
    );
  });

  it('holds what the test says that it holds', async () => {
    const store = await everything();
    const { papers, records, links, benchmarks } = await contents(store);
    expect(benchmarks).toMatchObject([{ dataset: 'Towns', paper_count: 2 }]);
    const slugs = (papers as { slug: string }[]).map(({ slug }) => slug);
    expect(slugs.filter((slug) => slug.startsWith('introduction')).length).toBe(3);
    // It was known by what one of its records calls it before any digest printed it.
    expect(papers).toContainEqual(
      expect.objectContaining({ slug: 'counting-widgets-in-forty-towns', title: 'Widgets in the Wild' }),
    );
    expect((papers as { is_withdrawn: number }[]).some(({ is_withdrawn }) => is_withdrawn === 1)).toBe(true);
    expect(JSON.stringify(records)).toContain('gradient-is-all-you-need');
    expect((links as { statements: string }[]).filter(({ statements }) => statements !== '').length).toBeGreaterThan(0);
  });

  it('changes nothing where it was imported before, nor where it comes from', async () => {
    const store = await everything();
    const text = await dumpOf(store);
    const other = await empty();
    await bringIn(other, text);
    for (const each of [other, store]) {
      const before = [
        await contents(each),
        await importedAt(each),
        await each.reader.query('select version from corpus'),
      ];
      const done = await bringIn(each, text);
      expect(done).toMatchObject({ broken: [], notices: [], papers: { added: 0, changed: 0, removed: 0 } });
      expect(done.digests).toMatchObject({ added: 0, changed: 0, later: 0 });
      expect(done.records).toMatchObject({ added: 0, removed: 0 });
      expect([
        await contents(each),
        await importedAt(each),
        await each.reader.query('select version from corpus'),
      ]).toEqual(before);
    }
  });

  it('makes it of so many records a transaction as one likes', async () => {
    const store = await everything();
    const other = await empty();
    const done = await bringIn(other, await dumpOf(store), 1);
    expect(done.digests).toEqual({ added: 3, changed: 0, unchanged: 0, later: 0 });
    expect(await contents(other)).toEqual(await contents(store));
    expect(await importedAt(other)).toEqual(await importedAt(store));
    const logged: { key: string; kind: string }[] = await other.reader.query(
      "select key, kind from change where type = 'PAPER' order by version, position",
    );
    const known = new Set<string>();
    for (const { key, kind } of logged) {
      if (kind === 'ADDED') known.add(key);
      if (kind === 'REMOVED') expect(known.delete(key)).toBe(true);
      else expect(known.has(key)).toBe(true);
    }
    const slugs: { slug: string }[] = await other.reader.query('select slug from paper');
    expect([...known].sort()).toEqual(slugs.map(({ slug }) => slug).sort());
  });

  it('is told in the log of changes once, under the slugs that stay', async () => {
    const store = await everything();
    const other = await empty();
    await bringIn(other, await dumpOf(store));
    const added = await other.reader.query(
      "select key from change where type = 'PAPER' and kind = 'ADDED' order by key",
    );
    const kinds = await other.reader.query('select distinct kind, version from change');
    expect(kinds).toHaveLength(1);
    expect(added.map(({ key }: { key: string }) => key).sort()).toEqual(
      (await other.reader.query('select slug from paper')).map(({ slug }: { slug: string }) => slug).sort(),
    );
  });
});

describe('an export that is imported into another corpus', () => {
  it('adds what is not there, and papers that are there keep their slugs', async () => {
    const store = await everything();
    const other = await empty();
    // Another paper of a title has the slug here that one of the export has there.
    await other.importText(
      '2024-01-01.txt',
      digestText('Jan 1', [['Introduction', abstractWith('Of a third kind, and of boats.')]]),
      {
        date: '2024',
      },
    );
    await other.importText(
      '2025-03-12.txt',
      digestText('Mar 12', [['Something Later Altogether', abstractWith('It was imported after all.')]]),
    );
    const before = await other.reader.query('select slug from paper');
    const done = await bringIn(other, await dumpOf(store));
    expect(done.notices).toEqual(['digest 2025-03-12: stays as it is stored, which is another and later state']);
    const slugs = (await other.reader.query('select slug from paper')).map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(before.map(({ slug }: { slug: string }) => slug)));
    expect(slugs.filter((slug: string) => slug === 'introduction')).toHaveLength(1);
    expect(slugs).toContain('counting-widgets-in-forty-towns');
    expect(await wrongCounters(other)).toEqual([]);
    const again = await bringIn(other, await dumpOf(store));
    expect(again.papers).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it('of some papers is what is said of them, and says so', async () => {
    const store = await everything();
    const some = await dumpOf(store, { topics: ['neural-collapse'], since: null });
    const others = await dumpOf(store, { topics: ['optimization'], since: null });
    expect(JSON.parse(some.split('\n')[0] as string)).toMatchObject({ offprint: 1, isWhole: false });
    const other = await empty();
    await bringIn(other, some);
    const slugsUnder = async (of: TestStore, topic: string) =>
      of.reader.query(
        `select p.slug from paper p join topic_paper m on m.paper_id = p.id join topic t on t.id = m.topic_id where t.slug = '${topic}' order by 1`,
      );
    const few = await slugsUnder(store, 'neural-collapse');
    expect(few.length).toBeGreaterThan(0);
    expect(await other.reader.query('select slug from paper order by slug')).toEqual(few);
    // A second part adds to the same digests; all of it then makes the whole.
    await bringIn(other, others);
    expect(await slugsUnder(other, 'optimization')).toEqual(await slugsUnder(store, 'optimization'));
    expect(await slugsUnder(other, 'neural-collapse')).toEqual(few);
    await bringIn(other, some);
    await bringIn(other, await dumpOf(store));
    expect(await contents(other)).toEqual(await contents(store));
  });

  it('is reported where it is damaged, and the rest is kept', async () => {
    const store = await everything();
    const lines = (await dumpOf(store)).split('\n');
    const at = lines.findIndex((line) => line.includes('"record"'));
    const entry = lines.findIndex((line) => line.includes('"entry"'));
    lines[at] = (lines[at] as string).replace('"hasAllAuthors":true', '"hasAllAuthors":"yes"');
    lines[entry] = (lines[entry] as string).slice(0, 40);
    lines.splice(entry + 1, 0, '{"what":1}', '[1]');
    const other = await empty();
    const done = await bringIn(other, lines.join('\n'));
    expect(done.broken).toEqual([
      `dump.jsonl:${entry + 1}: expected ${'the end of a string'}, got the end of the record`,
      `dump.jsonl:${entry + 2}: expected a digest, an entry, a source, a record or the end, got an object`,
      `dump.jsonl:${entry + 3}: expected a digest, an entry, a source, a record or the end, got a list`,
      `dump.jsonl:${at + 3}: expected true or false in record.hasAllAuthors, got "yes"`,
    ]);
    expect(done.digests.added).toBe(3);
    // What is damaged takes nothing away where all of it is.
    const before = await contents(store);
    await bringIn(store, lines.join('\n'));
    expect(await contents(store)).toEqual(before);
  });

  it('is reported where an entry is longer than those of digests may be, and stores the others', async () => {
    const store = await everything();
    const lines = (await dumpOf(store)).split('\n');
    const [one, another] = lines.flatMap((line, index) => (line.includes('"entry"') ? [index] : [])) as [
      number,
      number,
    ];
    const withTitle = (line: string, title: string) =>
      JSON.stringify({ ...JSON.parse(line), entry: { ...JSON.parse(line).entry, title } });
    lines[one] = withTitle(lines[one] as string, 'a'.repeat(1_001));
    lines[another] = withTitle(
      lines[another] as string,
      Array.from({ length: 201 }, (_, n) => `https://a${n}.org`)
        .join(' ')
        .slice(0, 990),
    );
    const other = await empty();
    const done = await other.importAny('dump.jsonl', lines.join('\n'));
    expect(done.dump?.broken).toEqual([
      expect.stringMatching(`dump.jsonl:${one + 1}: expected a title of at most 1,000 characters, got one with 1,001`),
    ]);
    expect(done.dump?.digests.added).toBe(3);
  });

  it.each([
    ['a slug', '"paper":"', '"paper":"~', 'a slug in paper'],
    ['a slug', '"paper":"', `"paper":"${'x'.repeat(3_000)}`, 'a slug of at most 2100 bytes in paper'],
    ['a rank', '"rank":1,', '"rank":3000000000,', 'a whole number from 1 to 2,147,483,647 in entry.rank'],
    ['a digest', '"slug":"2025', '"slug":"A 2025', 'a slug in digest.slug'],
    ['a file', '"file":"', `"file":"${'f'.repeat(3_000)}`, 'the name of a file of at most 2100 bytes in digest.file'],
    [
      'an identifier',
      '"value":"10.5555/',
      `"value":"10.5555/${'d'.repeat(600)}`,
      'an identifier of at most 500 characters in record.identifiers[0].value.value',
    ],
    ['a title', '"title":{"value":"', `"title":{"value":"${'t'.repeat(1_001)}`, 'a title of at most 1,000 characters'],
  ])('is reported where %s is none that can be stored, and nothing else is lost', async (_, from, to, expected) => {
    const store = await everything();
    const lines = (await dumpOf(store)).split('\n');
    const at = lines.findIndex((line) => line.includes(from));
    lines[at] = (lines[at] as string).replace(from, to);
    const other = await empty();
    const { broken } = await bringIn(other, lines.join('\n'));
    expect(broken[0]).toContain(`dump.jsonl:${at + 1}: expected ${expected}, got `);
    expect((await contents(other)).records?.length).toBeGreaterThan(3);
    await bringIn(other, await dumpOf(store));
    expect(await contents(other)).toEqual(await contents(store));
  });

  it('is reported where it was cut, and takes nothing away', async () => {
    const store = await everything();
    const before = await contents(store);
    const lines = (await dumpOf(store)).split('\n').slice(0, -3);
    const done = await bringIn(store, `${lines.join('\n')}\n`);
    expect(done.broken).toEqual([
      `dump.jsonl:${lines.length}: expected the line with the end of an export, got the end of the file, which was cut`,
    ]);
    expect(await contents(store)).toEqual(before);
  });

  it.each([
    ['{"offprint":2,"isWhole":true}\n', 'dump.jsonl:1: expected an export of version 1, got one of 2'],
    ['{"offprint":1}\n', 'dump.jsonl:1: expected true or false in isWhole, got nothing'],
    ['{"offprint":1,\n', 'dump.jsonl:1: expected the head of an export, got a damaged line'],
  ])('is refused with the head %j', async (text, message) => {
    await expect(openRecords(pieces(text), 'dump.jsonl')).rejects.toThrow(message);
  });
});

const TITLES = [
  'Widgets in the Wild',
  'Widgets in the Wilds (v2)',
  'Introduction',
  'On Towns',
  'WITHDRAWN: Widgets in the Wild',
];
const TEXTS = [
  abstractWith('One of them stands alone.'),
  abstractWith('Two of them fall over.'),
  'Lighthouses are built on rocks in the sea, and this is how it was done by night in the years before there was light.',
  'A short text of boats.',
];

const entries = fc.uniqueArray(fc.record({ title: fc.constantFrom(...TITLES), text: fc.constantFrom(...TEXTS) }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ title }) => title.toLowerCase(),
});
const reference = fc.record({
  title: fc.constantFrom(...TITLES.slice(0, 4)),
  author: fc.constantFrom('Example, Ada', 'Sample, Ben'),
  year: fc.constantFrom(2023, 2024, 2026),
  eprint: fc.option(fc.constantFrom('2503.01234', '2503.01235')),
  doi: fc.option(fc.constantFrom('10.5555/a.1', '10.5555/b.2')),
});
const step = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 3 }), entries }),
  fc.record({
    file: fc.constantFrom('a.bib', 'b.bib'),
    references: fc.array(reference, { minLength: 1, maxLength: 3 }),
  }),
);

async function take(
  store: TestStore,
  given: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
): Promise<void> {
  if ('day' in given) {
    const printed = given.entries.map(({ title, text }) => [title, text] as const);
    await store.importText(`2025-03-0${given.day}.txt`, digestText(`Mar ${given.day}`, printed));
    return;
  }
  const text = given.references
    .map(({ title, author, year, eprint, doi }, index) =>
      [
        `@article{k${index}, title = {${title}}, author = {${author}}, year = ${year}`,
        ...(eprint === null ? [] : [`eprint = {${eprint}}, archivePrefix = {arXiv}`]),
        ...(doi === null ? [] : [`doi = {${doi}}`]),
      ].join(', '),
    )
    .map((entry) => `${entry}}\n`)
    .join('');
  await bringInRecords(store, given.file, text);
}

describe('whatever was imported in whatever order', () => {
  it('an export of it makes the same graph, however many records a transaction has, and wherever it is broken off', async () => {
    const steps = fc.array(step, { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(1, 2, 1_000, 1_000), fc.nat(), async (steps, atATime, brokenOff) => {
        const store = await openStore();
        const other = await openStore();
        try {
          for (const each of steps) await take(store, each);
          const text = await dumpOf(store);
          if (atATime < 1_000) await breakOff(other, text, atATime, brokenOff % 10);
          const done = await bringIn(other, text, atATime);
          expect(done.broken).toEqual([]);
          expect(await contents(other)).toEqual(await contents(store));
          expect(await importedAt(other)).toEqual(await importedAt(store));
          expect(await wrongCounters(other)).toEqual([]);
          expect(await other.reader.query('select * from wanted_slug')).toEqual([]);
        } finally {
          await store.close();
          await other.close();
        }
      }),
      { numRuns: 14 },
    );
  }, 300_000);
});
