import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { quote } from '../../file/digest-syntax-error';
import { localName, type XmlElement } from './element';

/** Characters for the names of entities. */
export type Entities = Readonly<Record<string, string>>;

const OF_XML: Entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Elements within each other: titles have three, nobody has more than these. */
const DEEPEST = 100;
/** So much before a fault shows where it is, in UTF-16 units. */
const SHOWN = 40;

/** What holds a character that XML does not have, or else one beyond U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const DOUBTFUL = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
/** Characters that XML does not have, and halves of pairs. */
const NO_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** An ampersand that begins no entity: it should have been written as one. */
const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[A-Za-z_][\w.:-]{0,60});)/i;

/** What is wrong with an element, in the words of a message. */
class Fault extends Error {
  /** @param at place in the text */
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Reads elements one at a time, without namespaces and DTD. What entities stand for is given: nothing defines or fetches them. */
export class ElementParser {
  private readonly entities: Record<string, string>;
  private parser = this.createParser();
  private open: XmlElement[] = [];
  private root: XmlElement | null = null;

  /** @param entities what others than the five of XML stand for */
  constructor(entities: Entities = {}) {
    this.entities = Object.assign(Object.create(null), OF_XML, entities);
  }

  /** Takes an entity for these characters from now on. */
  define(name: string, characters: string): void {
    this.entities[name] ??= characters;
  }

  /**
   * The element that a text is. Characters that XML does not have are blanks.
   *
   * @returns or what is wrong with it: `expected …, got …`, and on which of its lines, from 0
   */
  parse(text: string): XmlElement | { fault: string; line: number } {
    const readable = DOUBTFUL.test(text) ? text.replace(NO_CHARACTER, ' ') : text;
    this.open = [];
    this.root = null;
    try {
      this.parser.ENTITIES = this.entities;
      this.parser.write(readable).close();
      return this.root ?? { fault: 'expected an element, got none', line: 0 };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // What is left of its state is of no use.
      this.parser = this.createParser();
      const { fault, at } = told(readable, error);
      return { fault, line: readable.slice(0, at).split('\n').length - 1 };
    }
  }

  private createParser(): SaxesParser {
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => this.enter(tag));
    parser.on('closetag', () => this.open.pop());
    parser.on('text', (text) => this.open.at(-1)?.children.push(text));
    parser.on('cdata', (text) => this.open.at(-1)?.children.push(text));
    parser.on('error', (error) => {
      throw new Fault(error.message.replace(/^[\d:]+ |\.$/g, ''), parser.position);
    });
    return parser;
  }

  private enter({ name, attributes }: SaxesTagPlain): void {
    if (this.open.length >= DEEPEST) throw new Fault(TOO_DEEP, this.parser.position);
    const element: XmlElement = { name: localName(name), attributes, children: [] };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }
}

const TOO_DEEP = 'too deep';

function told(text: string, { message, at }: Fault): { fault: string; at: number } {
  if (message === TOO_DEEP) return { fault: `expected at most ${DEEPEST} elements within each other, got more`, at };
  const bare = text.includes('<![CDATA[') ? -1 : text.search(BARE_AMPERSAND);
  if (bare !== -1 && bare < at) {
    return { fault: `expected &amp;, got ${quote(text.slice(bare, bare + SHOWN))}`, at: bare };
  }
  const before = text.slice(Math.max(0, at - SHOWN), at);
  if (message === 'undefined entity') {
    return { fault: `expected a known entity, got ${quote(before.slice(before.lastIndexOf('&')))}`, at };
  }
  return { fault: `expected well-formed XML, got ${quote(before)} (${message})`, at };
}
