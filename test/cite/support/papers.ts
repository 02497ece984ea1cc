import fc from 'fast-check';
import type { CitedPaper } from '../../../src/cite/cited-paper';
import { anyText } from '../../support/any-text';

/** A paper of which only the title is known, and what a test says of it. */
export function paperOf(known: Partial<CitedPaper> = {}): CitedPaper {
  return {
    slug: 'widgets-in-the-wild',
    title: 'Widgets in the wild',
    abstract: null,
    authors: [],
    publishedOn: null,
    venue: null,
    arxivId: null,
    primaryCategory: null,
    doi: null,
    url: null,
    codeUrls: [],
    keywords: [],
    ...known,
  };
}

/** A paper of which all is known. */
export const WIDGETS = paperOf({
  title: 'Widgets in the Wild: 5% of GPU Time & More, with $\\text{R}^2$',
  abstract: "We count widgets as Fr\\'echet did.\n\nThey age by 5\\%.",
  authors: [
    { name: 'Ada Example', given: null, family: null },
    { name: 'Ben Müller', given: 'Ben', family: 'Müller' },
    { name: 'Ana de la Tour Jr.', given: null, family: null },
    { name: 'The Example Team, Inc.', given: null, family: null },
  ],
  publishedOn: '2026-05-13',
  arxivId: '2605.01234',
  primaryCategory: 'cs.LG',
  doi: '10.5555/a_b%c',
  url: 'https://arxiv.org/abs/2605.01234',
  codeUrls: ['https://github.com/example-lab/widgets', 'https://code.example.org/a_b%20c?d=1&e#f'],
  keywords: ['counting', 'wear & tear'],
});

/** Titles that somebody may stumble over. */
export const HOSTILE_TITLES = [
  ...[
    'a { b',
    '} a {',
    '}}}}',
    '{{{',
    '\\{',
    'x\\',
    '\\',
    '$',
    '$$',
    '$ x $',
    '$x',
    '``',
    'a ~ b ^ c \\ d',
    '5% & $3 #1 _x_',
  ],
  ...[
    '@article{x, y = {z}}',
    'a @misc{b,',
    '@',
    '}\n@article{x, title = {y}}',
    'a\nb\r\nc\td',
    'a\u0000b\u0007\u001bc',
  ],
  ...[
    'TY  - JOUR',
    'x\r\nER  - \r\nTY  - BOOK',
    'word '.repeat(2_000),
    '{'.repeat(10_000),
    '$'.repeat(9_999),
    '\\('.repeat(5_000),
  ],
  ...[
    '😀 emoji',
    'שלום עולם',
    'مرحبا',
    'a\u202eb',
    'half \ud800 of',
    '深度学习',
    'Ελληνικά α',
    'x̂ and ế and Å',
    'ﬁ ½ İ ı ß',
  ],
  ...['</script><script>alert(1)</script>', '<!-- x', '<i>x</i> a < b', '&lt;b&gt; &amp; &copy;', '<b', 'a|b'],
  ...[
    '$\\text{R}^2$ of $\\left\\{x\\right.$',
    '$5 and $10',
    '$\\frac{1}{2$',
    '100\\% of \\$5',
    "Fr\\'echet, Erd\\H{o}s, {\\L}o\\'{s}",
  ],
  ...[
    '\\input{/etc/passwd}',
    '$\\input{x}$',
    '$^^5cinput x$',
    '\\(x_i\\)',
    '\\alpha and \\emph{in vivo}',
    'C:\\path\\to',
  ],
  ...[
    '[a](https://evil.example)',
    '![i](https://evil.example/i.png)',
    'https://evil.example',
    'www.evil.example',
    'me@evil.example',
  ],
  ...[
    '<https://evil.example>',
    '[x]: https://evil.example',
    '1. list',
    '# head',
    '- item',
    '> quote',
    '`code` *x* __y__ ~~z~~',
  ],
  ...[
    'A NEW METHOD FOR ALL CAPITALS',
    'GPT-4',
    'U-Net, C++ and 3D mRNA',
    'others',
    'and',
    '"quoted"',
    "it''s",
    'a, b and c',
  ],
];

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE_TITLES.filter((title) => title.length < 100)),
  fc.constantFrom(
    '{',
    '}',
    '\\',
    '$',
    '%',
    '#',
    '&',
    '_',
    '^',
    '~',
    '@',
    '"',
    "'",
    '`',
    '-',
    '<',
    '>',
    ' ',
    '\n',
    'word',
    'GPU',
  ),
  anyText({ maxLength: 12 }),
);

/** A title of anything. */
export const anyTitle = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

const word = fc.constantFrom(
  'Example',
  'Müller',
  'Łoś',
  'Ångström',
  'Nguyễn',
  "O'Brien",
  'Smith-Jones',
  'García',
  'de la Tour',
  'Ïl',
);
const given = fc.constantFrom('Ada', 'Ben B.', 'Øyvind', 'Zoë', 'J.-P.', 'Văn', 'Íñigo', 'Š.');
const author = fc.oneof(
  fc.record({ given, family: word }).map((parts) => ({ name: `${parts.given} ${parts.family}`, ...parts })),
  fc.record({ given, family: word }).map((parts) => ({
    name: `${parts.given} ${parts.family}`,
    given: null,
    family: null,
  })),
  fc
    .constantFrom('The Example Collaboration', 'Widgets and Sons', '王小明', 'Plato', 'DeepExample-AI')
    .map((name) => ({ name, given: null, family: null })),
);
const words = fc.constantFrom(
  ...[
    'widgets',
    'in the Wild',
    'GPU',
    'TopoMortar',
    'wear & tear',
    '5%',
    '#1',
    'a_b',
    '{0, 1}',
    'x^2',
    'α-decay',
    'naïve',
    'Erdős',
  ],
  ...['$R^2$', '$x_{i}$', 'C++', '深度学习', '<', 'a/b', '(CNN)', 'it’s', '"so"', '\\', '~5', '😀'],
);
const text = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => `On ${all.join(' ')}`);
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

/** A paper as there are many, all of it readable. */
export const ordinaryPaper: fc.Arbitrary<CitedPaper> = fc.record({
  slug: fc.stringMatching(/^[a-z]{3,10}(-[a-z]{3,10}){1,4}$/),
  title: text,
  abstract: orNull(fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n'))),
  authors: fc.array(author, { maxLength: 5 }),
  publishedOn: orNull(fc.constantFrom('1999', '2026', '2026-05', '2026-12', '2026-05-13', '2024-02-29')),
  venue: orNull(
    fc.constantFrom(
      'Journal of Widgets',
      'Proceedings of the 3rd Conference on Widgets',
      'NeurIPS 2025',
      'Nature & Art',
    ),
  ),
  arxivId: orNull(fc.constantFrom('2605.01234', '0704.0001', 'math/0309136', 'hep-th/9901001')),
  primaryCategory: orNull(fc.constantFrom('cs.LG', 'math', 'hep-th')),
  doi: orNull(fc.constantFrom('10.5555/x.abc-1', '10.5555/a_b', '10.1002/(sici)1097-1', '10.5555/a%b#c')),
  url: orNull(fc.constantFrom('https://example.org/papers/1', 'https://example.org/p?id=a_b&c=5%25#top')),
  codeUrls: fc.uniqueArray(
    fc.constantFrom(
      ...[
        'https://github.com/example-lab/widgets',
        'https://git.sr.ht/~ada/a_b',
        'https://code.example.org/a%20b?c=d&e=f#g',
      ],
      'https://gitlab.com/a/b',
    ),
  ),
  keywords: fc.uniqueArray(fc.constantFrom('counting', 'wear & tear', 'Łukasiewicz logic', 'GPU', 'C#')),
});
