import fc from 'fast-check';
import { FileDecoder } from '../../../../src/parse/file/encoding/file-decoder';
import type { Encoding } from '../../../../src/parse/file/encoding/tell-encoding';

interface Decoded {
  text: string;
  encoding: Encoding | null;
  problem: string | null;
}

/** What a file is decoded to that comes in pieces cut at these places. */
function decode(bytes: Buffer, cuts: readonly number[] = []): Decoded {
  const decoder = new FileDecoder('x.bib');
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length];
  let text = '';
  let from = 0;
  for (const to of places) {
    if (decoder.problem === null) text += decoder.decode(bytes.subarray(from, to));
    from = to;
  }
  if (decoder.problem === null) text += decoder.end();
  return { text, encoding: decoder.encoding, problem: decoder.problem?.message ?? null };
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('FileDecoder', () => {
  it('reads UTF-8 without its mark, be there one or two', () => {
    expect(decode(Buffer.from('\ufeff\ufeffMüller'))).toEqual({ text: 'Müller', encoding: 'utf-8', problem: null });
  });

  it('reads UTF-16 that a mark tells', () => {
    expect(decode(Buffer.from('\ufeffMüller 𝛼', 'utf16le'))).toMatchObject({ text: 'Müller 𝛼', encoding: 'utf-16le' });
    expect(decode(utf16be('Müller 𝛼'))).toMatchObject({ text: 'Müller 𝛼', encoding: 'utf-16be' });
  });

  it('reads Latin-1, and the signs that Windows has beside it', () => {
    const bytes = latin1('Müller, \x93Gödel\x94 \x96 Erd\xf6s, na\xefve, \x80 5, Fu\xdf\x94');
    expect(decode(bytes)).toEqual({
      text: 'Müller, “Gödel” – Erdös, naïve, € 5, Fuß”',
      encoding: 'windows-1252',
      problem: null,
    });
  });

  it('has not told the encoding of what is ASCII', () => {
    expect(decode(Buffer.from('@article{a,\n}'))).toEqual({ text: '@article{a,\n}', encoding: null, problem: null });
  });

  it('tells the encoding however late the first byte comes that is no ASCII', () => {
    const ascii = 'a line of ASCII\n'.repeat(50_000);
    expect(decode(latin1(`${ascii}Müller`)).text).toBe(`${ascii}Müller`);
    expect(decode(Buffer.from(`${ascii}Müller`)).text).toBe(`${ascii}Müller`);
  });

  it('names the line of a byte that is not UTF-8, with the text before it', () => {
    const bytes = Buffer.concat([Buffer.from('Müller, Gödel\r\nErdős\r'), latin1('M\xfcller\n')]);
    expect(decode(bytes)).toEqual({
      text: 'Müller, Gödel\nErdős\nM',
      encoding: 'utf-8',
      problem: 'x.bib:3: expected text in UTF-8, got bytes that are not valid UTF-8',
    });
  });

  it('names the line of UTF-8 in a file of Windows-1252', () => {
    const bytes = Buffer.concat([latin1('Müller, Gödel, Erdös\n'), Buffer.from('Weiß')]);
    expect(decode(bytes).problem).toBe(
      'x.bib:2: expected text in Windows-1252, as before, or all of it in UTF-8, got a character in UTF-8',
    );
  });

  it('names the line of a byte that Windows-1252 does not have', () => {
    expect(decode(latin1('Müller\n\x81')).problem).toMatch(/^x\.bib:2: .* got a byte that stands for nothing$/);
  });

  it.each([
    ['GBK', 'c4e3bac3cac0bde7d6d0b9fac8cbc3f1'],
    ['KOI8-R', 'f0d2c9d7c5d420cdc9d220cdc9d220d0d2c9d7c5d4'],
    ['Shift_JIS', '93fa967b8cea82cc95b68ee682e890aa'],
  ])('refuses %s instead of reading it as letters of the West', (_name, hex) => {
    expect(decode(Buffer.concat([Buffer.from('TI  - a\nAU  - '), Buffer.from(hex, 'hex')]))).toEqual({
      text: 'TI  - a\nAU  - ',
      encoding: null,
      problem: 'x.bib:2: expected text in UTF-8, got bytes of another encoding',
    });
  });

  it.each([
    ['at the beginning', Buffer.from('\0a')],
    ['behind ASCII', Buffer.from('abc\0')],
    ['behind letters', Buffer.from('é\0')],
    ['before letters', Buffer.from('\0é')],
    ['among bytes that are no text', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['in UTF-16 without a mark', Buffer.from('a text', 'utf16le')],
  ])('refuses a NUL %s', (_place, bytes) => {
    expect(decode(bytes).problem).toMatch(/^x\.bib:[1-3]: expected text in UTF-8, got a binary file/);
  });

  it('refuses half a character at the end', () => {
    expect(decode(Buffer.from('ö\né').subarray(0, 4)).problem).toBe(
      'x.bib:2: expected text in UTF-8, got bytes that are not valid UTF-8',
    );
    expect(decode(Buffer.from('\ufeffab', 'utf16le').subarray(0, 5))).toMatchObject({
      text: 'a',
      problem: expect.stringMatching(/not valid UTF-16$/),
    });
    expect(decode(Buffer.from('\ufeffa\ud800b', 'utf16le'))).toMatchObject({
      text: 'a',
      problem: expect.stringMatching(/not valid UTF-16$/),
    });
  });

  it('makes one line break of each', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n\r\r\nd\r')).text).toBe('a\nb\nc\n\n\nd\n');
  });

  const lines = fc.array(fc.constantFrom('a', 'é', 'ß', '“', '—', 'Ł', '日本', '𝛼', '\r', '\n', ' ', 'ö '), {
    maxLength: 40,
  });

  it('makes no difference between cuts', () => {
    const written = fc.oneof(
      lines.map((parts) => Buffer.from(parts.join(''))),
      lines.map((parts) => Buffer.from(`\ufeff${parts.join('')}`, 'utf16le')),
      lines.map((parts) => utf16be(parts.join(''))),
      lines.map((parts) => latin1(parts.join('').replace(/[^\0-\xff]/g, '\x93'))),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(written, fc.array(fc.nat(), { maxLength: 6 }), (bytes, cuts) => {
        expect(decode(bytes, cuts)).toEqual(decode(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('');
        const expected = { text: text.replace(/\r\n?/g, '\n'), problem: null };
        expect(decode(Buffer.from(text))).toMatchObject(expected);
        expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject(expected);
        expect(decode(utf16be(text))).toMatchObject(expected);
        const western = parts.filter((part) => part < '\x80' || 'éöß'.includes(part.trim())).join(' ');
        expect(decode(latin1(western))).toMatchObject({ text: western.replace(/\r\n?/g, '\n'), problem: null });
      }),
    );
  });
});
