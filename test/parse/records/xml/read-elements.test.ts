import fc from 'fast-check';
import { textIn, textOf } from '../../../../src/parse/records/xml/element';
import { isBrokenElement, readElements } from '../../../../src/parse/records/xml/read-elements';
import { allOf, inPieces } from '../support/cuts';

const FORMAT = { name: 'a list (<list>)', roots: ['list'], records: ['item'], entities: { uuml: 'ü' } };

const read = (text: string, cuts: readonly number[] = []) => allOf(readElements(inPieces(text, cuts), 'x.xml', FORMAT));

/** Texts of the records, and what is wrong with those that are broken. */
async function told(text: string): Promise<string[]> {
  const { all, error } = await read(text);
  const records = all.map((each) => (isBrokenElement(each) ? each.problem : `${each.line} ${textOf(each.element)}`));
  return error === null ? records : [...records, error];
}

describe('readElements', () => {
  it('gives records as whole elements with their lines', async () => {
    const text = `<?xml version="1.0"?>
<!-- <item>no record</item> -->
<list xmlns:a="urn:a">
  <of><a:item key="1 > 0" b='"'>
    <title>M&uuml;ller &amp; <i>S<sub>2</sub></i></title><![CDATA[ <item> & ]]><!-- </item> -->
  </a:item></of>
  <item/><item key="3"></item>
</list>`;
    const { all } = await read(text);
    expect(all.map((each) => ('line' in each ? [each.number, each.line, each.element.name] : each.problem))).toEqual([
      [1, 4, 'item'],
      [2, 7, 'item'],
      [3, 7, 'item'],
    ]);
    const [first] = all;
    if (first === undefined || isBrokenElement(first)) throw new Error('expected a record');
    expect({ ...first.element.attributes }).toEqual({ key: '1 > 0', b: '"' });
    expect(textIn(first.element, 'title')).toBe('Müller & S2');
    expect(textIn(first.element, 'none')).toBeNull();
    expect(textOf(first.element).trim()).toBe('Müller & S2 <item> &');
  });

  it.each([
    ['a bare ampersand', 'R & D;', 'x.xml:2: expected &amp;, got "& D;</item>"'],
    ['an unknown entity', 'x &foo; y', 'x.xml:2: expected a known entity, got "&foo;"'],
    ['a bracket', 'a < b', /^x\.xml:2: expected well-formed XML, got "<item>a <" /],
    ['a tag that is not closed', '<b>x', /^x\.xml:2: expected well-formed XML, got .*\(unexpected close tag\)/],
    ['a tag that is not opened', 'x</b>', /^x\.xml:2: expected well-formed XML/],
    ['a tag that is no tag', 'x<!y', /^x\.xml:2: expected well-formed XML/],
    ['a line further on', '\n\n<b c=d/>', /^x\.xml:4: expected well-formed XML/],
    ['a quotation mark that is not closed', '<b c="d>x', /^x\.xml:2: expected well-formed XML/],
    ['a control character as a reference', '&#1;', /^x\.xml:2: expected well-formed XML/],
  ])('names the line of %s and goes on with the next record', async (_name, inner, problem) => {
    expect(await told(`<list>\n<item>${inner}</item><item>next</item></list>`)).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
      expect.stringMatching(/^\d next$/),
    ]);
  });

  it('goes on behind a record that is not closed, and one whose tag is not', async () => {
    expect(await told('<list><item>a<b><item>b</item><item x="<item>c</item></list>')).toEqual([
      'x.xml:1: expected </item>, got another <item>',
      '1 b',
      'x.xml:1: expected </item>, got another <item>',
      '1 c',
    ]);
  });

  it('says that a file is cut', async () => {
    expect(await told('<list>\n<item>a</item>\n<item>b')).toEqual([
      '2 a',
      'x.xml:3: expected </item>, got the end of the file',
    ]);
    expect(await told('<list>\n<item>a</item>\n')).toEqual([
      '2 a',
      'x.xml:3: expected </list>, got the end of the file',
    ]);
    expect(await told('<list></list><!-- x')).toEqual(['x.xml:1: expected -->, got the end of the file']);
  });

  it('reads documents that follow each other, with what is between them', async () => {
    const text =
      '<?xml version="1.0"?><list><item>a</item></list>\nRate exceeded.\n<?xml version="1.0"?><list><item>b</item></list><html><p>Gone</p></html><list/>';
    expect(await told(text)).toEqual([
      '1 a',
      'x.xml:2: expected a list (<list>), got "Rate exceeded."',
      '3 b',
      'x.xml:3: expected a list (<list>), got "<html>"',
    ]);
  });

  it.each([
    ['nothing', '', 'x.xml:1: expected a list (<list>), got an empty file'],
    ['blanks', ' \n', 'x.xml:1: expected a list (<list>), got an empty file'],
    ['an answer in words', '\nRate exceeded.', 'x.xml:2: expected a list (<list>), got "Rate exceeded."'],
    ['a page', '<!DOCTYPE html>\n<html><body><item>x</item>', 'x.xml:2: expected a list (<list>), got "<html>"'],
    ['what Python prints', "b'<list><item>x</item></list>'", 'x.xml:1: expected a list (<list>), got "b\'"'],
  ])('refuses %s', async (_name, text, problem) => {
    expect(await told(text)).toEqual([problem]);
  });

  it('takes records without a root, and an empty list', async () => {
    expect(await told('<item>a</item><item>b</item>')).toEqual(['1 a', '1 b']);
    expect(await told('<list/>')).toEqual([]);
  });

  it('reads characters that XML does not have as blanks', async () => {
    expect(await told('<list><item>a\u0001b\ufffec\ud800</item><item>\ud835\udefc</item></list>')).toEqual([
      '1 a b c ',
      '1 𝛼',
    ]);
  });

  it('knows entities that are declared as plain characters', async () => {
    const doctype = `<!DOCTYPE list SYSTEM "x.dtd" [
      <!-- <!ENTITY no "&no;"> ] > -->
      <!ENTITY % field "author|title"> <!ENTITY ouml  "&#246;" ><!ENTITY Aring "&#xC5;"><!ENTITY uuml 'u'>
    ]>`;
    expect(await told(`${doctype}<list><item>&ouml;&Aring;&uuml;</item></list>`)).toEqual(['4 öÅü']);
  });

  it.each([
    ['made of others', '<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">', 'got "<!ENTITY lol2'],
    ['fetched', '<!ENTITY lol SYSTEM "file:///etc/passwd">', 'got "<!ENTITY lol SYSTEM'],
    ['long', `<!ENTITY lol "${'lol'.repeat(1_000)}">`, 'got "<!ENTITY lol'],
  ])('refuses entities that are %s', async (_name, declared, got) => {
    const [problem, ...others] = await told(`<!DOCTYPE list [${declared}]><list><item>&lol2;</item></list>`);
    expect(problem).toMatch(/^x\.xml:1: expected entities that are plain characters, got /);
    expect(problem).toContain(got.replace(/"/g, '"'));
    expect(others).toEqual([]);
  });

  it.each([
    [
      'nests deeply',
      `<item>${'<a>'.repeat(1_000_000)}</item>`,
      'expected at most 100 elements within each other, got more',
    ],
    [
      'is long',
      `<item>${'long '.repeat(4_000_000)}</item>`,
      'expected a record of at most 16,000,000 characters, got a longer one',
    ],
    [
      'has many attributes',
      `<item ${Array.from({ length: 300_000 }, (_, at) => `a${at}="" `).join('')}>`,
      'expected </item>',
    ],
    ['has many ampersands', `<item>${'&'.repeat(3_000_000)}</item>`, 'expected &amp;, got'],
    ['has many brackets', `<item>${'<'.repeat(3_000_000)}</item>`, 'expected well-formed XML'],
    ['has many tags that are none', `<item>${'<!x'.repeat(1_000_000)}</item>`, 'expected well-formed XML'],
    ['has many quotation marks', `<item ${'"'.repeat(3_000_000)}</item>`, 'expected well-formed XML'],
    ['is a comment that does not end', `<item><!--${'-'.repeat(3_000_000)}`, 'expected </item>'],
  ])('does no harm to a record that %s', async (_name, record, problem) => {
    const before = process.cpuUsage().user;
    const text = `<list>${record}<item>next</item></list>`;
    const cuts = Array.from({ length: text.length / 100_000 }, (_, index) => index * 100_000);
    const { all } = await read(text, cuts);
    expect(all[0]).toMatchObject({ problem: expect.stringContaining(problem) });
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(10);
  });

  const markup = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<list>',
        '</list>',
        '<item>',
        '</item>',
        '<a:item b="c">',
        '</a:item>',
        '<item/>',
        '<!--',
        '-->',
      ),
      fc.constantFrom('<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE list [', ']>', '<!ENTITY a "b">', '&amp;', '&a;', '&'),
      fc.constantFrom('<', '>', '"', "'", ' ', '\n', 'text', '<b>', '</b>', 'x=', '𝛼', '\ud800', '\0'),
    ),
    { maxLength: 30 },
  );

  it('makes no difference between cuts, and reads or names whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(markup, fc.array(fc.nat(), { maxLength: 8 }), fc.boolean(), async (parts, cuts, isList) => {
        const text = `${isList ? '<list>' : ''}${parts.join('')}`;
        expect(await read(text, cuts)).toEqual(await read(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('gives back any text that is written in it', async () => {
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), async (texts) => {
        const readable = texts.map((text) => text.replace(/\p{Cc}/gu, ''));
        const { all } = await read(`<list>${readable.map((text) => `<item>${escaped(text)}</item>`).join('')}</list>`);
        expect(all.map((each) => ('element' in each ? textOf(each.element) : each.problem))).toEqual(readable);
      }),
    );
  });
});
