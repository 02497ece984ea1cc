import { startApi, type TestApi } from '../support/api';
import { abstractWith, digestText } from '../support/digest-text';
import { importRecordsText } from '../support/import-records';
import { queryPlan } from '../support/query-plan';
import type { LoggedStatement } from '../support/statement-log';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await importRecordsText(
    api,
    'a.bib',
    `@article{a, title={Widgets in the Wild}, author={Example, Ada and Muster, Ben}, year={2026}, doi={10.1145/3292500.ABC},
       eprint={2605.01234}, eprinttype={arxiv}}
     @misc{b, title={Gadgets at Home, or: What Machines Do}, author={Sample, Cy}, year={2025}, url={https://openreview.net/forum?id=rJl-b3RcF7}}
     @misc{c, title={A Theory of Gears}, author={Sample, Cy}, year={2005}}
     @misc{d, title={A Theory of Gears}, author={Müster, Dora}, year={2025}}
     @misc{e, title={Beyond Widgets in the Wild}, author={Example, Ada}, year={2026}}
     @misc{f, title={Introduction}, author={Example, Ada}, year={2026}}
     @misc{g, title={The Making of Springs}, year={2026}}
     @misc{h, title={{Fr\\"ohliche} Wellen am Strand}, author={Wellen, Eva}, year={2020}, eprint={2001.00001}, eprinttype={arxiv}}`,
  );
  await api.importText(
    '2026-03-12.txt',
    digestText('Mar 12', [
      [
        'Levers and Cranks',
        abstractWith('Code: https://github.com/acme/levers. Its project page is https://levers.org/page/.'),
      ],
      ['Cranks and Pulleys', abstractWith('Code: https://github.com/acme/levers.')],
    ]),
  );
});
afterAll(() => api.close());

interface Found {
  text: string;
  outcome: string;
  paper: { slug: string } | null;
  candidates: { slug: string }[];
  matchedBy: string | null;
  matched: string | null;
}

const QUERY =
  'query ($texts: [String!]!) { matchReferences(texts: $texts) { text outcome paper { slug } candidates { slug } matchedBy matched } }';
const look = async (...texts: string[]): Promise<Found[]> => (await api.query(QUERY, { texts })).matchReferences;

const WIDGETS = 'widgets-in-the-wild';

describe('a reference', () => {
  it.each([
    ['2605.01234', WIDGETS, 'IDENTIFIER'],
    ['arXiv:2605.01234v3 [cs.LG]', WIDGETS, 'IDENTIFIER'],
    ['https://arxiv.org/abs/2605.01234', WIDGETS, 'IDENTIFIER'],
    ['https://doi.org/10.1145/3292500.abc', WIDGETS, 'IDENTIFIER'],
    ['openreview.net/forum?id=rJl-b3RcF7', 'gadgets-at-home-or-what-machines-do', 'IDENTIFIER'],
    ['Somebody. A title that nobody knows. arXiv preprint arXiv:2605.01234, 2026.', WIDGETS, 'IDENTIFIER'],
    ['Somebody (2026). A title that nobody knows. https://doi.org/10.1145/3292500.ABC.', WIDGETS, 'IDENTIFIER'],
    ['Widgets in the Wild', WIDGETS, 'TITLE'],
    ['widgets in the WILD.', WIDGETS, 'TITLE'],
    ['Introduction', 'introduction', 'TITLE'],
    ['Fröhliche Wellen am Strand', 'frohliche-wellen-am-strand', 'TITLE'],
    ['Example A., Muster B. Widgets in the Wild. NeurIPS 2026.', WIDGETS, 'TITLE_AND_AUTHOR'],
    [
      '[12] A. Example and B. Muster, “Widgets in the Wild,” in Proc. NeurIPS, 2026, pp. 1–9.',
      WIDGETS,
      'TITLE_AND_AUTHOR',
    ],
    [
      'Example, A., & Muster, B. (2026). Widgets in the wild. Journal of Machines, 12(3), 1-9.',
      WIDGETS,
      'TITLE_AND_AUTHOR',
    ],
    ['Ada Example et al. 2026. Widgets in the Wild. In Proceedings of X.', WIDGETS, 'TITLE_AND_AUTHOR'],
    ['1. Example A, Muster B. Widgets in the Wild. J Mach. 2026;12:1-9.', WIDGETS, 'TITLE_AND_AUTHOR'],
    ['- [Widgets in the Wild](https://example.org/widgets.pdf)', WIDGETS, 'TITLE'],
    ['Widgets in the Wild, https://example.org/widgets.pdf', WIDGETS, 'TITLE'],
    [
      'Sample C. Gadgets at Home, or: What Machines Do. 2025.',
      'gadgets-at-home-or-what-machines-do',
      'TITLE_AND_AUTHOR',
    ],
    ['Example, A. Beyond Widgets in the Wild. 2026.', 'beyond-widgets-in-the-wild', 'TITLE_AND_AUTHOR'],
    ['Somebody, S. The Making of Springs. 2026.', 'the-making-of-springs', 'TITLE'],
    ['@article{x, title = {Widgets in the {Wild}}, author = {Ada Example}}', WIDGETS, 'TITLE_AND_AUTHOR'],
    ['@misc{x,\n title = "Other words",\n eprint = {2605.01234},\n archiveprefix = {arXiv}\n}', WIDGETS, 'IDENTIFIER'],
    ['TY  - JOUR\nTI  - Widgets in the Wild\nAU  - Example, Ada\nER  - ', WIDGETS, 'TITLE_AND_AUTHOR'],
    ['Sample, C. A Theory of Gears. 2005.', 'a-theory-of-gears', 'TITLE_AND_AUTHOR'],
    ['https://levers.org/page', 'levers-and-cranks', 'ADDRESS'],
  ])('means one paper: %s', async (text, slug, by) => {
    const [found] = await look(text);
    expect(found).toMatchObject({ text, outcome: 'MATCH', paper: { slug }, candidates: [{ slug }], matchedBy: by });
  });

  it('says by what it was found', async () => {
    const found = await look(
      'Somebody. Something. arXiv:2605.01234.',
      'Example A., Muster B. Widgets in the Wild. NeurIPS 2026.',
      'https://levers.org/page',
    );
    expect(found.map(({ matched }) => matched)).toEqual([
      'ARXIV:2605.01234',
      'Widgets in the Wild.',
      'https://levers.org/page',
    ]);
  });

  it.each([
    ['A Theory of Gears', 'TITLE'],
    ['github.com/acme/levers', 'ADDRESS'],
    ['arXiv:2605.01234, also https://openreview.net/forum?id=rJl-b3RcF7', 'IDENTIFIER'],
  ])('may mean several papers, and none of them is guessed: %s', async (text, by) => {
    const [found] = await look(text);
    expect(found).toMatchObject({ outcome: 'SEVERAL', paper: null, matchedBy: by });
    expect(found?.candidates).toHaveLength(2);
  });

  it('of two papers of one title means that of the author it names, accents or not', async () => {
    const [one, other] = await look(
      '@misc{x, title={A Theory of Gears}, author={Muster, D.}}',
      'D. Müster and others. A Theory of Gears.',
    );
    expect([one?.matchedBy, other?.matchedBy]).toEqual(['TITLE_AND_AUTHOR', 'TITLE_AND_AUTHOR']);
    expect(one?.paper?.slug).toMatch(/^a-theory-of-gears-/);
    expect(other?.paper).toEqual(one?.paper);
  });

  it.each([
    'Nothing of the Kind',
    '2599.00001',
    '10.1145/nothing',
    'https://example.org/nothing',
    'http://127.0.0.1/x',
    'Other P., Another Q. Widgets in the Wild. 1999.',
    '@article{x, title={Widgets in the Wild}, author={Other, P.}}',
    'Wellen, E. Fröhliche Wellen am Strand. arXiv:1901.00001',
    '@article{x, title=',
    '{"a": 1}',
    '[',
    '…',
    'In the introduction we say more.',
    '\u0000\ud800',
  ])('means nothing that is here: %j', async (text) => {
    expect(await look(text)).toEqual([
      { text: expect.any(String), outcome: 'NONE', paper: null, candidates: [], matchedBy: null, matched: null },
    ]);
  });

  it('may be the address of a paper here, and its path', async () => {
    const { paper } = await api.query(`{ paper(by: { slug: "${WIDGETS}" }) { url } }`);
    expect((await look(paper.url))[0]).toMatchObject({
      outcome: 'MATCH',
      paper: { slug: WIDGETS },
      matchedBy: 'ADDRESS',
    });
  });

  it('shows at most 20 papers of a title that more have', async () => {
    const many = Array.from(
      { length: 25 },
      (_, n) => `@misc{m${n}, title={Annual Report on Machines}, author={Person${n}, P.}}`,
    );
    await importRecordsText(api, 'many.bib', many.join('\n'));
    const [found] = await look('Annual Report on Machines');
    expect(found).toMatchObject({ outcome: 'SEVERAL', matchedBy: 'TITLE' });
    expect(found?.candidates).toHaveLength(20);
  });
});

describe('references', () => {
  const texts = Array.from({ length: 100 }, (_, index) =>
    index % 4 === 0
      ? 'Example A., Muster B. Widgets in the Wild. NeurIPS 2026.'
      : index % 4 === 1
        ? `arXiv:2605.0${1234 + index}`
        : index % 4 === 2
          ? 'A Theory of Gears'
          : `10.1145/3292500.${index}`,
  );

  it('are answered in their order, a hundred with as many statements as a few', async () => {
    const few = await api.log.during(() => look(...texts.slice(0, 4)));
    const many = await api.log.during(() => look(...texts));
    expect(few.statements).toHaveLength(2);
    expect(many.statements).toHaveLength(2);
    expect(many.answer.map(({ text }) => text)).toEqual(texts);
    expect(many.answer.map(({ outcome }) => outcome)).toEqual(
      texts.map((_, index) => ['MATCH', 'NONE', 'SEVERAL', 'NONE'][index % 4]),
    );
  });

  it('go through no table', async () => {
    const { logged } = await api.log.during(() => look(...texts.slice(0, 4), 'github.com/acme/levers', '/papers/x'));
    for (const statement of [...logged]) {
      expect((await queryPlan(api, statement as LoggedStatement)).scans).toEqual([]);
    }
  });

  it('of a few that are as hostile as can be take no time', async () => {
    const hostile = ['a, ', 'A. ', '"', '(2020) ', '10.1145/', '[x](', 'Example, A. '].map((part) =>
      part.repeat(9_000 / part.length),
    );
    const begun = performance.now();
    await look(...hostile);
    await look(...hostile.map((text) => `@article{x, title={${text}`));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    [Array.from({ length: 101 }, () => 'x'), 'texts', 'texts: expected at most 100 references, got 101'],
    [
      ['Widgets', ' '],
      'texts[1]',
      'texts[1]: expected a reference: an identifier, an address, a title or more, got " "',
    ],
    [['x'.repeat(10_001)], 'texts[0]', 'texts[0]: expected at most 10000 characters, got 10001'],
  ])('are refused where one is none, or there are too many', async (list, argument, message) => {
    const { errors } = await api.send(QUERY, { texts: list });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('may be none', async () => {
    expect(await look()).toEqual([]);
  });
});
