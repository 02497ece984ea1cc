import { parseDigestFile } from '../../../src/parse/digest/parse-digest-file';
import { header, PAPERS } from './digest-text';

type Write = (title: string, abstract: string, index: number) => string;

const AUTHORS = [['Ann Example', 'Bo Sample', 'Cy Muster'], ['Di Placeholder', 'Ed Beispiel'], ['Flo Proefstuk']];
const HEAD = header().replace('new\n\nGet trending papers in your email inbox!\n\n', '');
const VOTES = [65, '-', 6, 12, 120];

const plain: Write = (title, abstract) => `${title}\n\n${abstract}\n\n`;
const authorsOf = (index: number) => AUTHORS[index % AUTHORS.length] ?? [];

function parse(write: Write, head = HEAD, foot = '') {
  const text = head + PAPERS.map(([title, abstract], index) => write(title, abstract, index)).join('') + foot;
  return parseDigestFile(Buffer.from(text), 'd-2025.txt');
}

/** An abstract as arXiv wraps it. */
function wrap(text: string, width: number, indent: string): string {
  const lines = [indent];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.trim() !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/** Papers with nothing made up, nothing lost, and abstracts that hold nothing else. */
function expectPapers(digests: ReturnType<typeof parse>): void {
  const papers = digests.map(({ entries }) =>
    entries.map(({ title, abstract }) => [title, abstract?.replace(/\s+/g, ' ')]),
  );
  expect(papers).toEqual([PAPERS]);
}

describe('wrapped abstracts whose first line is indented', () => {
  it.each([
    ['two blanks', 70, '  '],
    ['four blanks', 60, '    '],
    ['a tab', 78, '\t'],
    ['no-break spaces', 66, '\u00a0\u00a0'],
  ])('by %s', (_name, width, indent) => {
    expectPapers(parse((title, abstract) => `${title}\n\n${wrap(abstract, width, indent)}\n\n`));
    expectPapers(parse((title, abstract) => `${title}\n${wrap(abstract, width, indent)}\n\n`, ''));
  });
});

describe('the header of a page', () => {
  it.each([
    'new\n\nGet trending papers in your email inbox once a day!\n\nSubscribe\n\nDaily Papers\n\nby AK\n\nMar 11\n\n',
    'Trending Papers\n\nDaily Weekly Monthly\n\nSubscribe\n\nby AK\n\nMar 11\n\n',
    'Daily Papers\nDaily\nWeekly\nMonthly\nby AK\nMar 11\n\n',
    'Hugging Face\n\nModels\n\nLog In\n\nSign Up\n\nTrending Papers\n\nby AK\n\nDaily | Weekly | Monthly\n\nMar 11\n\n',
    '# Daily Papers\n\nby AK\n\nMar 11\n\n',
  ])('as in %j', (head) => {
    const digests = parse(plain, head);
    expectPapers(digests);
    expect(digests[0]).toMatchObject({ curator: 'AK', date: '2025-03-11' });
  });

  it('parts pages, whatever stands in it', () => {
    const page = (day: string) => `Subscribe\n\nDaily Papers\n\nby AK\n\nDaily Weekly Monthly\n\n${day}\n\n`;
    const papers = PAPERS.map(([title, abstract]) => `${title}\n\n${abstract}\n\n`).join('');
    const digests = parseDigestFile(Buffer.from(page('Mar 11') + papers + page('Mar 12') + papers), 'd-2025.txt');
    expect(digests.map(({ date, entries }) => [date, entries.length])).toEqual([
      ['2025-03-11', 5],
      ['2025-03-12', 5],
    ]);
  });
});

describe('a heading that says the day on its line', () => {
  const day = 'Daily Papers - May 7, 2025';
  const papers = PAPERS.map(([title, abstract]) => `${title}\n\n${abstract}\n\n`).join('');
  const read = (text: string) =>
    parseDigestFile(Buffer.from(text), 'd.txt').map(({ slug, dateLabel, date, entries }) => [
      slug,
      dateLabel,
      date,
      entries.length,
    ]);

  it.each([
    ['alone', `${day}\n\n`, 'May 7, 2025'],
    ['glued to a title', '# Daily Papers · 7 May 2025\n', '7 May 2025'],
    ['below what a page opens with', 'Log In\n\nSign Up\n\nPapers (2025-05-07)\n\n', '2025-05-07'],
    ['twice', `${day}\n\n**Daily Papers · 7 May 2025**\n\n`, 'May 7, 2025'],
    ['and the year, which the date label does not', `${day}\n\nSubscribe\n\nbyAK\n\nMay 7\n\n`, 'May 7, 2025'],
    ['though it is a date and no more', '## May 7, 2025\n\n', 'May 7, 2025'],
  ])('gives the date: %s', (_name, head, label) => {
    expect(read(head + papers)).toEqual([['d', label, '2025-05-07', 5]]);
  });

  it.each([
    ['of several days above the papers', `${day}\n\nDaily Papers - May 8, 2025\n\n`],
    ['of another day than the date label', `${day}\n\nbyAK\n\nMay 6\n\n`],
  ])('gives none: %s', (_name, head) =>
    expect(read(head + papers).map(([, , date, count]) => [date, count])).toEqual([[null, 5]]),
  );

  it('takes its year from the file name where it has none, and may not contradict it', () => {
    const parseAs = (file: string) => parseDigestFile(Buffer.from(`Trending Papers, May 7\n\n${papers}`), file);
    expect(parseAs('2025.txt')).toMatchObject([{ date: '2025-05-07', dateSource: 'FILE_NAME' }]);
    expect(() => parseAs('2025-05-08.txt')).toThrow('2025-05-08.txt:1: expected a date label of 2025-05-08');
  });

  it('parts pages, and is furniture below the last paper', () => {
    const foot = 'Daily Papers - May 9, 2025\n\nUnsubscribe\n';
    expect(read(`${day}\n\n${papers}Daily Papers - May 8, 2025\n\n${papers}${foot}`)).toEqual([
      ['d-may-7-2025', 'May 7, 2025', '2025-05-07', 5],
      ['d-may-8-2025', 'May 8, 2025', '2025-05-08', 5],
    ]);
    const [, last] = parseDigestFile(
      Buffer.from(`${day}\n\n${papers}Daily Papers - May 8, 2025\n\n${papers}${foot}`),
      'd.txt',
    );
    expect(last?.dropped.map(({ text }) => text)).toEqual(['Daily Papers - May 9, 2025', 'Unsubscribe']);
  });

  it('is none amid the papers of a page that opens otherwise', () => {
    const line = 'Trending Papers, May 7';
    const text = `${HEAD}${papers}${line}\n\nWe study how papers trend over a day. The trend is weak, and it is gone in the evening.\n`;
    expect(parseDigestFile(Buffer.from(text), 'd-2025.txt')[0]?.entries.at(-1)?.title).toBe(line);
  });
});

describe('furniture between papers', () => {
  it.each<[string, Write]>([
    [
      'votes, numbers of authors, dates',
      (t, a, i) => `${VOTES[i]}\n\n${t}\n\n${a}\n\n${i + 1} authors\n·\nApr ${i + 3}\n\n`,
    ],
    ['who submitted it', (t, a, i) => `Submitted by\n\nann-${i}\n\n${VOTES[i]}\n\n${t}\n\n${a}\n\n`],
    ['buttons', (t, a, i) => `${t}\n\n${a}\n\nUpvote\n\n${i}\n\nGitHub ${i}.3k\n\narXiv Page\n\n`],
    [
      'what stands below a title',
      (t, a, i) => `${t}\n\nPublished on Apr ${i + 3}\n·\n${i + 2} authors\n\nAbstract\n\n${a}\n\n`,
    ],
    ['signs', (t, a, i) => `▲ ${VOTES[i]}\n\n${t}\n\n${a}\n\n👍 ${i}\n\n`],
    ['words that nobody foresaw, again and again', (t, a) => `${t}\n\n${a}\n\nGlimmer\n\nWobble it\n\n`],
    ['rules', (t, a) => `${t}\n\n${a}\n\n---\n\n`],
    ['other rules', (t, a) => `${t}\n${a}\n____________\n`],
    ['rules above', (t, a) => `* * *\n\n${t}\n\n${a}\n\n`],
  ])('%s', (_name, write) => expectPapers(parse(write)));

  it('is told with its lines', () => {
    const [digest] = parse((title, abstract, index) => `${VOTES[index]}\n\n${title}\n\n${abstract}\n\n`);
    expect(digest?.dropped).toEqual(VOTES.map((votes, index) => ({ text: String(votes), line: 7 + index * 6 })));
  });
});

describe('the foot of a page', () => {
  it.each([
    'Previous\n\nNext\n\nSystem theme\n\nCompany\n\nTOS\n\nPrivacy\n\nAbout\n\nWebsite\n\nModels\n\nDatasets\n\nPricing\n\nDocs\n',
    'Company\nTOS\nPrivacy\nAbout\nJobs\nWebsite\nModels\n',
    '---\n\nYou receive this mail because you asked for it.\n\nUnsubscribe\n',
    'View in browser\n\nTo unsubscribe, click here.\n',
    '© 2025 Example Inc.\n\nTerms | Privacy | Contact\n',
  ])('%j', (foot) => expectPapers(parse(plain, HEAD, foot)));
});

describe('the foot of a mail below many papers', () => {
  const many = Array.from({ length: 60 }, (_, index) => {
    const [title, abstract] = PAPERS[index % PAPERS.length] as (typeof PAPERS)[number];
    return [
      `${title.replace(/[?]$/, '')} on Island ${index + 1}`,
      `${abstract} It was so in ${1900 + index}.`,
    ] as const;
  });
  const address = 'Quoll Lab\n\n12 Pebble Lane\n\nHarbour Town, ME 04101\n';
  const feet: [string, string][] = [
    ['an address', `Unsubscribe\n\n${address}`],
    ['an address in a block', `Unsubscribe\n\n${address.replaceAll('\n\n', '\n')}`],
    ['an address on one line', 'unsubscribe\n\nQuoll Lab, 20 West 34th Street, New York, NY 10001, USA\n'],
    ['an address abroad', 'Unsubscribe\n\nQuoll-Institut\n\nHauptstraße 5\n\n10115 Berlin\n\nGermany\n'],
    ['an address above', `${address}\nUnsubscribe\n`],
    [
      'an address with its label',
      `Unsubscribe from this list | Update your preferences\n\nOur mailing address is:\n\n${address}`,
    ],
    ['who sent it', 'Sent by Quoll Lab, 12 Pebble Lane, Harbour Town\n\nUnsubscribe\n'],
    ['why it was sent', 'You are receiving this because you subscribed to Trending Papers.\n'],
    [
      'to whom it was sent',
      'This email was sent to ann@example.org.\n\nWhy did I get this? Unsubscribe from this list.\n',
    ],
    ['whose it is', '(c) 2025 Quoll Lab Inc.\n\nManage preferences | View in browser\n'],
    ['thanks', 'Thanks for reading!\n\nSee you tomorrow.\n\nUnsubscribe\n'],
    ['an address to leave by', 'You can unsubscribe at https://example.org/leave or view it in your browser.\n'],
  ];
  const layouts: [string, Write][] = [
    ['papers alone', plain],
    ['votes between papers', (t, a, i) => `${i * 3}\n\n${t}\n\n${a}\n\n${i + 1} authors\n·\nApr ${(i % 28) + 1}\n\n`],
    ['rules between papers', (t, a) => `${t}\n\n${a}\n\n---\n\n`],
    ['identifiers below titles', (t, a, i) => `${t}\n\narXiv:2505.000${10 + i}\n\n${a}\n\n`],
  ];
  const page = (head: string, write: Write, foot: string) =>
    `${head}${many.map(([title, abstract], index) => write(title, abstract, index)).join('')}${foot}`;
  const read = (text: string) =>
    parseDigestFile(Buffer.from(text), 'd-2025.txt').map(({ entries }) =>
      entries.map(({ title, abstract }) => [title, abstract]),
    );

  it.each(feet)('is none: %s', (_name, foot) => {
    for (const [, write] of layouts) expect(read(page(HEAD, write, foot))).toEqual([many]);
  });

  it.each(layouts)('is none where another page follows: %s', (_name, write) => {
    for (const [, foot] of feet) {
      const next = page(HEAD.replace('Mar 11', 'Mar 12'), write, foot);
      expect(read(`${page(HEAD, write, foot)}\n${next}`)).toEqual([many, many]);
    }
  });
});

describe('dressed titles', () => {
  it.each<[string, Write]>([
    ['headings', (t, a) => `## ${t}\n\n${a}\n\n`],
    ['numbers', (t, a, i) => `${i + 1}. ${t}\n\n${a}\n\n`],
    ['bold print', (t, a) => `**${t}**\n\n${a}\n\n`],
    ['labels', (t, a) => `Title: ${t}\nAbstract: ${a}\n\n`],
    ['bold labels', (t, a) => `**Title**: ${t}\n\n**Abstract**: ${a}\n\n`],
    ['underlines', (t, a) => `${t}\n${'-'.repeat(t.length)}\n\n${a}\n\n`],
    ['each its own', (t, a, i) => `${['## ', '2. ', 'Title: ', '', '[5] '][i]}${t}\n\n${a}\n\n`],
  ])('%s', (_name, write) => {
    expectPapers(parse(write));
    expectPapers(parse(write, ''));
  });

  it.each<[string, (title: string, id: string) => string]>([
    ['links', (title, id) => `[${title}](https://huggingface.co/papers/${id})`],
    ['links in headings', (title, id) => `### [${title}](https://arxiv.org/abs/${id}v2)`],
    ['links in lists', (title, id) => `* **[${title}](https://arxiv.org/pdf/${id})**`],
    ['identifiers behind', (title, id) => `${title} (arXiv:${id})`],
  ])('%s that say the identifier', (_name, dress) => {
    const digests = parse((title, abstract, index) => `${dress(title, `2505.0000${index}`)}\n\n${abstract}\n\n`);
    expectPapers(digests);
    expect(digests[0]?.entries.map(({ arxivId }) => arxivId)).toEqual(PAPERS.map((_, index) => `2505.0000${index}`));
  });
});

describe('a line of authors or of an identifier', () => {
  it.each<[string, (authors: string[]) => string]>([
    ['names', (authors) => authors.join(', ')],
    ['names with and', (authors) => authors.join(' and ')],
    ['a label', (authors) => `Authors: ${authors.join(', ')}`],
    ['by', (authors) => `by ${authors.join(', ')}`],
    ['marks', (authors) => authors.map((name, index) => `${name}${index + 1}*`).join(', ')],
  ])('%s', (_name, write) => {
    const digests = parse((title, abstract, index) => `${title}\n\n${write(authorsOf(index))}\n\n${abstract}\n\n`);
    expectPapers(digests);
    expect(digests[0]?.entries.map(({ authors }) => authors)).toEqual(PAPERS.map((_, index) => authorsOf(index)));
  });

  it('does not make authors of names that are not all', () => {
    const digests = parse((title, abstract) => `${title}\n\nAnn Example et al.\n\n${abstract}\n\n`);
    expectPapers(digests);
    expect(digests[0]?.entries.every(({ authors }) => authors === null)).toBe(true);
  });

  it.each<[string, Write]>([
    ['below the title', (t, a, i) => `${t}\n\narXiv:2505.0000${i}\n\n${a}\n\n`],
    ['as an address', (t, a, i) => `${t}\nhttps://arxiv.org/abs/2505.0000${i}\n${a}\n\n`],
    ['below the abstract', (t, a, i) => `${t}\n\n${a}\n\narXiv:2505.0000${i}\n\n`],
    ['above the title', (t, a, i) => `arXiv:2505.0000${i}\n\n${t}\n\n${a}\n\n`],
  ])('an identifier %s', (_name, write) => {
    const digests = parse(write);
    expectPapers(digests);
    expect(digests[0]?.entries.map(({ arxivId }) => arxivId)).toEqual(PAPERS.map((_, index) => `2505.0000${index}`));
  });

  it('as in the listings of arXiv', () => {
    const digests = parse(
      (title, abstract, index) =>
        `${'-'.repeat(70)}\n\\\\\narXiv:2505.0000${index}\nDate: Fri, 2 May 2025 17:00:00 GMT   (12kb)\n\nTitle: ${title}\n` +
        `Authors: ${authorsOf(index).join(', ')}\nCategories: cs.LG\nComments: 12 pages\n\\\\\n` +
        `${wrap(abstract, 79, '  ')}\n\\\\ ( https://arxiv.org/abs/2505.0000${index} ,  12kb)\n`,
      '',
    );
    expectPapers(digests);
    expect(digests[0]?.entries[1]).toMatchObject({ authors: authorsOf(1), arxivId: '2505.00001' });
  });

  it('is a title where the file names no authors', () => {
    const [digest] = parse((title, abstract, index) =>
      index === 1 ? `${title}\n\n` : plain(index === 2 ? 'Deep Lakes' : title, abstract, index),
    );
    expect(digest?.entries.slice(1, 3)).toMatchObject([{ abstract: null }, { title: 'Deep Lakes' }]);
  });
});

describe('names on the line below a title', () => {
  const ONE = ['Flo Proefstuk', 'Ann-Marie Example', 'J. van der Muster', 'Di Placeholder', 'Ed Beispiel'];
  const glued =
    (names: (index: number) => string): Write =>
    (t, a, i) =>
      `${t}\n${names(i)}\n\n${a}\n\n`;
  const authorsIn = (digests: ReturnType<typeof parse>) => digests[0]?.entries.map(({ authors }) => authors);

  it.each<[string, (index: number) => string, (index: number) => string[]]>([
    ['one', (i) => ONE[i] ?? '', (i) => [ONE[i] ?? '']],
    ['one with marks', (i) => `${ONE[i]}¹*`, (i) => [ONE[i] ?? '']],
    ['two with and', (i) => `${ONE[i]} and Bo Sample`, (i) => [ONE[i] ?? '', 'Bo Sample']],
    ['now one, now several', (i) => authorsOf(i).join(', '), authorsOf],
  ])('are its authors: %s', (_name, print, names) => {
    const digests = parse(glued(print));
    expectPapers(digests);
    expect(authorsIn(digests)).toEqual(PAPERS.map((_, index) => names(index)));
  });

  it('are its authors where the title is wrapped, and where the paper is alone', () => {
    const title = 'Sparse Rivers: Routing Tokens\nWithout a Router';
    const [, abstract] = PAPERS[0] as (typeof PAPERS)[number];
    const [digest] = parseDigestFile(Buffer.from(`${title}\nFlo Proefstuk\n\n${abstract}\n`), 'd.txt');
    expect(digest?.entries).toMatchObject([
      { title: title.replace('\n', ' '), authors: ['Flo Proefstuk'], abstract, line: 1 },
    ]);
  });

  it.each([
    [
      'breaks off',
      'Deep Learning for\nProtein Folding',
      'We look at rivers. They are deep, and we learn how deep they are in a year.',
    ],
    [
      'has its words in the abstract',
      'Curves of Warm Kettles\nProtein Folding',
      'We fold a protein in kettles. It folds as they warm, and the curves are alike.',
    ],
    [
      'goes on with a small word',
      'Learning the Many Rivers\nWithout Large Lakes',
      'We look at water. It runs, and we say how fast it does so in spring.',
    ],
  ])('are the rest of a title that %s, though the other papers name theirs', (_name, title, abstract) => {
    const text = `${HEAD}${PAPERS.map(([t, a], i) => glued((index) => ONE[index] ?? '')(t, a, i)).join('')}${title}\n\n${abstract}\n`;
    const [digest] = parseDigestFile(Buffer.from(text), 'd-2025.txt');
    expect(digest?.entries.map(({ title, authors }) => [title, authors?.[0] ?? null])).toEqual([
      ...PAPERS.map(([title], index) => [title, ONE[index]]),
      [title.replace('\n', ' '), null],
    ]);
  });

  it('are the rest of the title in a file that names no other authors', () => {
    const [digest] = parse((t, a, i) => (i === 2 ? `${t}\nDeep Lakes\n\n${a}\n\n` : plain(t, a, i)));
    expect(digest?.entries.map(({ title, authors }) => [title, authors])).toEqual(
      PAPERS.map(([title], index) => [index === 2 ? `${title} Deep Lakes` : title, null]),
    );
  });

  it('are no terms where one paper is all that says so', () => {
    const text =
      'Behaviorally Validated\nScope Expansion\n\nWe look at agents. They learn what to do, and we say how.\n';
    expect(parseDigestFile(Buffer.from(text), 'd.txt')[0]?.entries).toMatchObject([
      { title: 'Behaviorally Validated Scope Expansion' },
    ]);
  });
});

describe('a file that is not understood', () => {
  const lines = ['Wobble in the attic', 'Glimmer of the pebbles', 'Two swifts at noon', 'Kettle on the hob', 'A boot'];

  it.each<[string, Write]>([
    ['lines between papers', (t, a, i) => `${t}\n\n${a}\n\n${lines[i]}\n\n`],
    ['words instead of abstracts', (_t, _a, i) => `${lines[i]?.split(' ').at(-1)}\n\n`],
  ])('is refused at its line: %s', (_name, write) => {
    expect(() => parse(write)).toThrow(/^d-2025\.txt:\d+: expected a title with its abstract, got "/);
  });
});

it('keeps titles whose abstracts look like them', () => {
  const papers = PAPERS.map(([title, abstract]) => [title, abstract.split(' ').slice(0, 8).join(' ')] as const);
  const many = [...papers, ...papers.map(([title, abstract]) => [`More ${title}`, abstract] as const)];
  const text = HEAD + many.map((paper) => paper.join('\n\n')).join('\n\n');
  const [digest] = parseDigestFile(Buffer.from(text), 'd-2025.txt');
  expect(digest?.entries.map(({ title }) => title)).toEqual(many.map(([title]) => title));
});
