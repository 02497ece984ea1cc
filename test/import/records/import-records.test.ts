import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { bringUpToDate } from '../../../src/import/bring-up-to-date';
import { createFactReader } from '../../../src/import/facts/facts';
import { checkSearchIndex } from '../../../src/search/index/upkeep/check-search-index';
import { readShippedVocabulary } from '../../../src/seeds';
import { contents, wrongCounters } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { datasetOf, tablesText, taskOf } from '../../support/evaluation-tables';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

interface Row {
  slug: string;
  title: string;
  records: string;
}

/** Each paper with its records, as file and number. */
async function papers(target = store): Promise<Row[]> {
  const found = await target.writer.query('select id, slug, title from paper order by slug');
  const records = await target.writer.query(
    'select r.paper_id, s.file, r.number from record r join source s on s.id = r.source_id order by 2, 3',
  );
  return found.map(({ id, slug, title }: { id: number; slug: string; title: string }) => ({
    slug,
    title,
    records: records
      .filter((record: { paper_id: number }) => record.paper_id === id)
      .map(({ file, number }: { file: string; number: number }) => `${file}:${number}`)
      .join(' '),
  }));
}

const recordsOf = async (): Promise<string[]> => (await papers()).map(({ records }) => records);

interface Reference {
  key?: string;
  title: string;
  author?: string;
  year?: string;
  eprint?: string;
  doi?: string;
  note?: string;
  abstract?: string;
}

const bib = (...references: Reference[]): string =>
  references
    .map(({ key = 'x', ...fields }) => {
      const { eprint, ...others } = fields;
      const all = { ...others, ...(eprint && { eprint, archivePrefix: 'arXiv' }) };
      const lines = Object.entries(all).map(([name, value]) => `  ${name} = {${value}},`);
      return `@misc{${key},\n${lines.join('\n')}\n}\n`;
    })
    .join('\n');

const links = (...rows: { title: string; arxiv?: string; repository: string }[]): string =>
  JSON.stringify(
    rows.map(({ title, arxiv = null, repository }) => ({
      paper_url: `https://paperswithcode.com/paper/${title.toLowerCase().replace(/\W+/g, '-')}`,
      paper_title: title,
      paper_arxiv_id: arxiv,
      paper_url_abs: arxiv && `http://arxiv.org/abs/${arxiv}v2`,
      paper_url_pdf: null,
      repo_url: repository,
      is_official: true,
      mentioned_in_paper: true,
      mentioned_in_github: false,
      framework: 'pytorch',
    })),
  );

const widgets: Reference = { title: 'Widgets in the Wild', author: 'Example, Ada and Muster, Bo', year: '2026' };

describe('records of one paper', () => {
  it.each<[string, Reference, Reference]>([
    ['arXiv identifier', { ...widgets, eprint: '2605.01234' }, { title: 'Counting Widgets', eprint: '2605.01234v2' }],
    ['DOI in another case', { ...widgets, doi: '10.5555/X.1' }, { title: 'Counting Widgets', doi: '10.5555/x.1' }],
    ['DOI of arXiv', { ...widgets, eprint: '2605.01234' }, { title: 'T', doi: '10.48550/ARXIV.2605.01234' }],
    ['title, first author and year', widgets, { ...widgets, author: 'A. Example and others', year: '2025' }],
    ['title in other letters', widgets, { ...widgets, title: 'WIDGETS in the {Wild}.' }],
    ['title that one paper has', widgets, { title: 'Widgets in the Wild' }],
    ['text', { ...widgets, abstract: abstractWith('') }, { title: widgets.title, abstract: abstractWith('Hm.') }],
  ])('are told by %s', async (_by, one, other) => {
    await store.importAny('one.bib', bib(one));
    await store.importAny('other.bib', bib(other));
    expect(await recordsOf()).toEqual(['one.bib:1 other.bib:1']);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it.each<[string, Reference, Reference]>([
    ['other identifiers of arXiv', { ...widgets, eprint: '2605.01234' }, { ...widgets, eprint: '2605.01235' }],
    ['other authors', widgets, { ...widgets, author: 'Sample, Cy' }],
    ['years that are far apart', widgets, { ...widgets, year: '2019' }],
    ['a title that names no paper', { title: 'Introduction', author: 'A' }, { title: 'Introduction', author: 'A' }],
  ])('are two for %s', async (_why, one, other) => {
    await store.importAny('one.bib', bib(one));
    await store.importAny('other.bib', bib(other));
    expect((await recordsOf()).sort()).toEqual(['one.bib:1', 'other.bib:1']);
  });

  it('leave a title alone that two papers have', async () => {
    await store.importAny('two.bib', bib(widgets, { ...widgets, author: 'Sample, Cy' }));
    await store.importAny('title.bib', bib({ title: widgets.title }));
    expect((await recordsOf()).sort()).toEqual(['title.bib:1', 'two.bib:1', 'two.bib:2']);
  });

  it('leave a title alone that two papers have, beside one of them in a digest, whatever comes first', async () => {
    const { title } = widgets;
    const texts = [
      abstractWith(''),
      'This preface to a volume of ours tells what was said in Quito, and who has said it. We thank all who came.',
    ];
    const ofDigest = digestText('May 14', [
      [
        'Gadgets at Home',
        'We furnish nine homes with gadgets of all kinds and count those that break. Few of them do.',
      ],
      [title],
      [
        'Gizmos and Their Uses',
        'Gizmos have many uses, and we list them by trade. Most trades have more than one use.',
      ],
      [title, texts[0]],
    ]);
    const ofFile = bib(
      { ...widgets, key: 'a', abstract: texts[0] },
      { ...widgets, key: 'b', author: 'Sample, Cy', year: '2019', abstract: texts[1] },
    );
    const come = [
      (target: TestStore) => target.importText('2026-05-14.txt', ofDigest),
      (target: TestStore) => target.importAny('refs.bib', ofFile),
    ];
    for (const [first, second] of [come, [...come].reverse()] as [(typeof come)[0], (typeof come)[0]][]) {
      const target = await openStore();
      await first(target);
      await second(target);
      const printings = await target.writer.query('select paper_id, rank from digest_paper order by rank');
      const pks = new Map(printings.map(({ paper_id, rank }: { paper_id: number; rank: number }) => [rank, paper_id]));
      const records = await target.writer.query('select paper_id from record order by number');
      expect(new Set([...pks.values(), records[1].paper_id]).size).toBe(5);
      expect(records[0].paper_id).toBe(pks.get(4));
      expect(await wrongCounters(target)).toEqual([]);
      await target.close();
    }
  });

  it('are joined by a record that names both, and parted when it goes', async () => {
    await store.importAny('a.bib', bib({ ...widgets, eprint: '2605.01234' }));
    await store.importAny('b.bib', bib({ title: 'Counting Things', doi: '10.5555/x.1' }));
    const before = await papers();
    await store.importAny('c.bib', bib({ title: 'Other', key: 'c', eprint: '2605.01234', doi: '10.5555/x.1' }));
    expect(await recordsOf()).toEqual(['a.bib:1 b.bib:1 c.bib:1']);
    await store.importAny('c.bib', bib({ title: 'Something Else Entirely', key: 'c' }));
    expect((await papers()).filter(({ records }) => records !== 'c.bib:1')).toEqual(before);
    expect(await wrongCounters(store)).toEqual([]);
    expect(await checkSearchIndex(store)).toBe(false);
  });

  it('meet the printing of a digest', async () => {
    const text = abstractWith('Code: https://github.com/example-lab/widgets.');
    await store.importText('2026-05-14.txt', digestText('May 14', [['Widgets in the wild', text]]));
    await store.importAny('refs.bib', bib({ ...widgets, eprint: '2605.01234', doi: '10.5555/x.1' }));
    expect(await papers()).toMatchObject([{ slug: 'widgets-in-the-wild', records: 'refs.bib:1' }]);
    const [paper] = await store.writer.query(
      'select title, authors, arxiv_id, doi, published_on, first_seen_on from paper',
    );
    expect({ ...paper, authors: JSON.parse(paper.authors) }).toEqual({
      // What stands first by precedence and has an abstract.
      title: 'Widgets in the wild',
      authors: [
        { name: 'Ada Example', given: 'Ada', family: 'Example' },
        { name: 'Bo Muster', given: 'Bo', family: 'Muster' },
      ],
      arxiv_id: '2605.01234',
      doi: '10.5555/x.1',
      published_on: '2026',
      first_seen_on: '2026-05-14',
    });
  });
});

describe('a file of records', () => {
  const three = [widgets, { ...widgets, title: 'Gadgets at Home', key: 'g' }, { title: 'Gizmos and Their Uses' }];

  it('that is imported again leaves everything as it is', async () => {
    await store.importAny('refs.bib', bib(...three));
    const [before, version] = [await contents(store), await store.writer.query('select version from corpus')];
    const { records } = await store.importAny('refs.bib', bib(...three));
    expect(records?.records).toEqual({ added: 0, unchanged: 3, removed: 0 });
    expect(await contents(store)).toEqual(before);
    expect(await store.writer.query('select version from corpus')).toEqual(version);
  });

  it('whose records have moved keeps them, with their new places', async () => {
    await store.importAny('refs.bib', bib(...three));
    const slugs = (await papers()).map(({ slug }) => slug);
    const { records } = await store.importAny(
      'refs.bib',
      bib({ title: 'A New One at the Top' }, ...[...three].reverse()),
    );
    expect(records?.records).toEqual({ added: 1, unchanged: 3, removed: 0 });
    const now = await papers();
    expect(now.map(({ slug }) => slug)).toEqual(['a-new-one-at-the-top', ...slugs]);
    expect(now.find(({ title }) => title === widgets.title)?.records).toBe('refs.bib:4');
  });

  it('takes with a record that goes what it alone said', async () => {
    await store.importAny('refs.bib', bib(...three));
    await store.importAny('more.bib', bib({ ...widgets, doi: '10.5555/x.1' }));
    const { records, digests } = await store.importAny('refs.bib', bib(...three.slice(1)));
    expect(digests).toBeNull();
    expect(records).toMatchObject({ records: { added: 0, unchanged: 2, removed: 1 }, papers: { removed: 0 } });
    const { records: others } = await store.importAny('more.bib', bib({ title: 'Nothing of the Kind Before' }));
    expect(others?.records).toEqual({ added: 1, unchanged: 0, removed: 1 });
    expect((await papers()).map(({ slug }) => slug)).toEqual([
      'gadgets-at-home',
      'gizmos-and-their-uses',
      // It goes on as the paper of the record that stands in the place of its own.
      'widgets-in-the-wild',
    ]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('keeps the slug of a paper whose only record was corrected', async () => {
    await store.importAny('refs.bib', bib({ ...widgets, key: 'w' }, three[1] as Reference));
    await store.importAny(
      'refs.bib',
      bib({ ...widgets, title: 'Widgets in the Wild, Corrected', key: 'w' }, three[1] as Reference),
    );
    expect(await papers()).toMatchObject([
      {},
      { slug: 'widgets-in-the-wild', title: 'Widgets in the Wild, Corrected' },
    ]);
  });

  it('of the same name with few records in common is another one', async () => {
    await store.importAny('refs.bib', bib(widgets));
    const gizmos = three[2] as Reference;
    await store.importAny('refs.bib', bib({ ...gizmos, key: 'y' }));
    expect(await recordsOf()).toEqual(['refs.bib:1', 'refs.bib:1']);
  });

  it('of the same name that cites a few of the same papers is another one', async () => {
    const cited = (...what: string[]) => what.map((each) => ({ title: `On the History of ${each}`, key: each }));
    await store.importAny('refs.bib', bib(...cited('Gears', 'Levers', 'Pulleys', 'Screws', 'Wheels')));
    const { records } = await store.importAny('refs.bib', bib(...cited('Gears', 'Levers', 'Ropes', 'Ramps', 'Wedges')));
    expect(records?.records).toEqual({ added: 5, unchanged: 0, removed: 0 });
    expect(await recordsOf()).toHaveLength(8);
  });

  it('that has a record which cannot be read is told of, and the others are kept', async () => {
    const { records } = await store.importAny(
      'refs.bib',
      `${bib(widgets)}\n@misc{broken, author = {A}}\n${bib(three[2] as Reference)}`,
    );
    expect(records?.broken).toEqual([expect.stringMatching(/refs\.bib:\d+: expected .+, got /)]);
    expect(await recordsOf()).toHaveLength(2);
  });

  it('is read packed, and whatever its name says', async () => {
    const { records } = await store.importAny('refs.json', gzipSync(bib(...three)));
    expect(records).toMatchObject({ format: 'BIBTEX', records: { added: 3 } });
  });

  it('that is cut off keeps what was read, and goes on when it is whole', async () => {
    const many = Array.from({ length: 2_400 }, (_, n) => ({
      title: `On the Making of Widget Number ${n}`,
      key: `k${n}`,
    }));
    const packed = gzipSync(bib(...many));
    await expect(store.importAny('refs.bib.gz', packed.subarray(0, packed.length - 400))).rejects.toThrow(
      /expected a whole \.gz file/,
    );
    const kept = (await papers()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(many.length);
    expect(await store.writer.query('select is_complete from source')).toEqual([{ is_complete: 0 }]);
    const { records } = await store.importAny('refs.bib.gz', packed);
    expect(records?.records).toEqual({ added: many.length - kept, unchanged: kept, removed: 0 });
    expect(await store.writer.query('select is_complete from source')).toEqual([{ is_complete: 1 }]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('in no format that is known says which are', async () => {
    await expect(store.importAny('page.html', '<!doctype html><p>No')).rejects.toThrow(
      /page\.html:1: expected a digest, or daily papers of the hub, .+BibTeX.+, got "<!doctype html>/,
    );
    await expect(store.importAny('empty.bib', ' \n')).rejects.toThrow(
      /empty\.bib:1: expected a digest, or .+, got an empty file/,
    );
  });
});

describe('links that records state', () => {
  const linksNow = () =>
    store.writer.query(`select p.slug, l.position, l.kind, l.url, l.evidence, l.statements, r.key from paper_link l
      join paper p on p.id = l.paper_id left join repository r on r.id = l.repository_id order by 1, 2`);

  it('stand behind those of the text, each once, and go with their record', async () => {
    const text = abstractWith('Code: https://github.com/example-lab/widgets.');
    await store.importText('2026-05-14.txt', digestText('May 14', [['Widgets in the Wild', text]]));
    const row = { title: 'Widgets in the Wild', repository: 'https://github.com/Example-Lab/widgets.git' };
    await store.importAny('links.json', links(row, { ...row, repository: 'https://gitlab.com/others/widgets-again' }));
    const [inText, stated] = await linksNow();
    expect(inText).toMatchObject({ key: 'github.com/example-lab/widgets', position: 0 });
    expect(JSON.parse(inText.evidence)).toMatchObject({ field: 'ABSTRACT' });
    expect(JSON.parse(inText.statements)).toHaveLength(1);
    expect(stated).toMatchObject({ key: 'gitlab.com/others/widgets-again', kind: 'REPOSITORY', evidence: 'null' });
    expect(await wrongCounters(store)).toEqual([]);
    await store.importAny('links.json', links(row));
    expect(await linksNow()).toHaveLength(1);
    expect(await wrongCounters(store)).toEqual([]);
    // Rules that changed have everything read again.
    const before = await contents(store);
    await store.writer.query(`update corpus set rules = 'others'`);
    await bringUpToDate(store, createFactReader(readShippedVocabulary()));
    expect(await contents(store)).toEqual(before);
  });
});

describe('the graph', () => {
  /** Everything stored, with papers called by what is said of them: slugs tell which title came first. */
  async function byWhatIsSaid(target: TestStore): Promise<unknown> {
    const all = await contents(target);
    const names = new Map<string, string[]>();
    const name = (slug: string, said: string) => names.set(slug, [...(names.get(slug) ?? []), said]);
    for (const { slug, file, hash } of all.records as { slug: string; file: string; hash: string }[])
      name(slug, `${file}/${hash}`);
    for (const { slug, digest, rank } of all.entries as { slug: string; digest: string; rank: number }[])
      name(slug, `${digest}/${rank}`);
    const text = JSON.stringify(all);
    const called = [...names].map(([slug, said]) => [slug, said.sort().join(' ')] as const);
    const renamed = called
      .sort(([one], [other]) => other.length - one.length)
      .reduce(
        (whole, [slug, said]) => whole.replaceAll(`"${slug}"`, `"${said}"`).replaceAll(`//${slug}"`, `//${said}"`),
        text,
      );
    return Object.fromEntries(
      Object.entries(JSON.parse(renamed) as Record<string, unknown[]>).map(([table, rows]) => [
        table,
        rows.map((row) => JSON.stringify(row)).sort(),
      ]),
    );
  }

  it('is a function of what sources say, whatever the order and the repetitions', async () => {
    const reference = fc.constantFrom<Reference>(
      { ...widgets, key: 'a' },
      { ...widgets, key: 'b', eprint: '2605.01234' },
      { ...widgets, key: 'c', author: 'Sample, Cy' },
      { title: 'Widgets in the Wild', key: 'd' },
      { title: 'Counting Widgets', key: 'e', eprint: '2605.01234', doi: '10.5555/x.1' },
      { title: 'Counting Widgets', key: 'f', doi: '10.5555/x.1', abstract: abstractWith('') },
      { title: 'Counting Widgets', key: 'g', abstract: abstractWith('Code: https://github.com/a/b.') },
      { title: 'Gadgets at Home', key: 'h', note: 'Code: \\url{https://github.com/example-lab/gadgets}' },
      { title: 'Gadgets at Home', key: 'i', year: '2024', author: 'Example, Ada' },
    );
    const file = fc.record({
      name: fc.constantFrom('one.bib', 'two.bib', 'three.bib'),
      references: fc.uniqueArray(reference, { minLength: 1, maxLength: 4, selector: ({ key }) => key }),
    });
    // By which each is known to be the same file.
    const always = ['Gears', 'Levers', 'Pulleys', 'Screws'].map((what) => ({
      title: `On the History of ${what}`,
      key: what,
    }));
    const tables = (EM: string): string =>
      tablesText(
        taskOf('Question Answering', [
          datasetOf('Towns', [
            { paper: 'On the History of Gears', model: 'A', metrics: { EM: '1' } },
            { paper: 'Widgets in the Wild', model: 'B', metrics: { EM }, arxivId: '2605.01234' },
            { paper: 'Gadgets at Home', model: 'C', metrics: { F1: '2' } },
          ]),
        ]),
      );
    const step = fc.oneof(
      file.map(({ name, references }) => [name, bib(...always, ...references)] as const),
      fc.constant([
        'links.json',
        links({ title: 'Widgets in the Wild', arxiv: '2605.01234', repository: 'https://github.com/a/b' }),
      ] as const),
      fc.constantFrom('80.1', '80.2').map((EM) => ['evaluation-tables.json', tables(EM)] as const),
      fc.constant([
        '2026-05-14.txt',
        digestText('May 14', [
          ['Widgets in the Wild', abstractWith('Other words on contrastive learning.')],
          ['Gadgets at Home'],
        ]),
      ] as const),
      fc.constant([
        '2026-05-15.txt',
        digestText('May 15', [
          [
            'Gadgets at Home',
            'We furnish nine homes with gadgets of all kinds and count those that break. Few of them do.',
          ],
          ['Widgets in the Wild'],
          [
            'Gizmos and Their Uses',
            'Gizmos have many uses, and we list them by trade. Most trades have more than one use.',
          ],
          ['Widgets in the Wild', abstractWith('')],
        ]),
      ] as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (history, order) => {
          const last = [...new Map(history).entries()];
          const shuffled = last
            .map((each) => [order.next().value as number, each] as const)
            .sort(([one], [other]) => one - other)
            .map(([, each]) => each);
          const [one, other] = [await openStore(), await openStore()];
          for (const [name, text] of history) await one.importAny(name, text);
          for (const [name, text] of shuffled) await other.importAny(name, text);
          expect(await wrongCounters(one)).toEqual([]);
          expect(await byWhatIsSaid(one)).toEqual(await byWhatIsSaid(other));
          await one.close();
          await other.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('texts that no database holds', () => {
  it('are stored without what is no text, in whatever format they come', async () => {
    const title = 'Wid\\u0000gets\\u0001 in the \\ud800Wild';
    const work = `{"DOI":"10.5555/\\u0000a","title":["${title}"],"author":[{"family":"M\\u0000ller","given":"\\udc00Ben"}],
      "container-title":["J\\u0000"],"subject":["k\\u0000ey"],"abstract":"<p>We \\u0000count.</p>","issued":{"date-parts":[[2026]]},"type":"journal-article"}`;
    const { records } = await store.importAny('works.json', `{"items":[${work}]}`);
    expect(records).toMatchObject({ broken: [], records: { added: 1 } });
    await store.importAny('refs.bib', '@misc{k\u0001ey, title = {Gad\u0007gets at Home}, note = {\u001b[0m}}\n');
    const rows = await store.writer.query('select title, abstract, authors, venue, doi from paper order by title');
    expect(rows).toEqual([
      { title: 'Gadgets at Home', abstract: null, authors: null, venue: null, doi: null },
      {
        title: 'Widgets in the Wild',
        abstract: 'We count.',
        authors: expect.stringContaining('"Ben Mller"'),
        venue: 'J',
        doi: '10.5555/a',
      },
    ]);
    expect(JSON.stringify(await contents(store))).not.toMatch(/\\u0000|\\u0001|\\ud800/);
  });
});
