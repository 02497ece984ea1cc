import { decodeText } from '../../../src/parse/file/decode-text';

describe('decodeText', () => {
  it('drops control characters and keeps tabs', () => {
    expect(decodeText(Buffer.from('a\u0001b\tc\u0085d\u007fe'), 'x.txt')).toBe('ab\tcde');
  });

  it('keeps the number of lines whatever ends them', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\nd'), 'x.txt')).toBe('a\nb\nc\nd');
  });

  it('refuses invalid UTF-8 at its line', () => {
    const bytes = Buffer.concat([Buffer.from('é\r\né\n'), Buffer.from([0xc3, 0x28, 0x0a])]);
    expect(() => decodeText(bytes, 'x.txt')).toThrow(
      'x.txt:3: expected text in UTF-8, got bytes that are not valid UTF-8',
    );
  });

  it('refuses a file that is cut within a character', () => {
    expect(() => decodeText(Buffer.from('a\né').subarray(0, 3), 'x.txt')).toThrow('x.txt:2: expected text in UTF-8');
  });

  it('refuses a NUL character at its line', () => {
    expect(() => decodeText(Buffer.from('a\n\0'), 'x.txt')).toThrow(
      'x.txt:2: expected text in UTF-8, got a binary file',
    );
  });
});
