/** The longest quotation in a message: enough to find the place, short enough for one line of a terminal. */
const LONGEST_QUOTE = 60;

/**
 * A file that cannot be read as a digest. The message is `file:line: expected …, got …`, the spelling in which
 * editors and terminals make a place clickable.
 */
export class DigestSyntaxError extends Error {
  override readonly name = 'DigestSyntaxError';
  /** The file as the caller named it. */
  readonly file: string;
  /** 1-based line of the first thing that is wrong. */
  readonly line: number;

  /**
   * @param expected what a digest has at this place, such as `a title and its abstract`
   * @param got what stands there, in the words of the message: quote text of the file with {@link quote}
   */
  constructor(file: string, line: number, expected: string, got: string) {
    super(`${file}:${line}: expected ${expected}, got ${got}`);
    this.file = file;
    this.line = line;
  }
}

/** Text of a file for a message: on one line, in quotation marks, shortened. Never throws. */
export function quote(text: string): string {
  const characters = [
    ...text
      .slice(0, 4 * LONGEST_QUOTE)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  const isShort = characters.length <= LONGEST_QUOTE && text.length <= 4 * LONGEST_QUOTE;
  return JSON.stringify(isShort ? characters.join('') : `${characters.slice(0, LONGEST_QUOTE).join('')}…`);
}
