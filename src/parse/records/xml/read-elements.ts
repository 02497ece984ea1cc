import { DigestSyntaxError, quote } from '../../file/digest-syntax-error';
import type { BrokenRecord, ReadRecord, SourceRecord } from '../record';
import { declaredEntities } from './declared-entities';
import { localName, type XmlElement } from './element';
import { ElementParser, type Entities } from './parse-element';
import { type Found, RecordScanner } from './record-scanner';

/** What a format in XML looks like from afar. */
export interface XmlFormat {
  /** What a message expects where it is something else: `an answer of arXiv in Atom (<feed>)`. */
  name: string;
  /** The elements, without prefixes, that all others may be in. A record may stand by itself. */
  roots: readonly string[];
  /** The elements, without prefixes, that are records. */
  records: readonly string[];
  /** What entities beside the five of XML stand for. */
  entities?: Entities;
}

/** An element that should be a record. */
export interface RecordElement {
  /** Place in the file, from 1. */
  number: number;
  /** 1-based line on which it begins. */
  line: number;
  element: XmlElement;
}

/**
 * The records of a file of XML, each as a whole element. What cannot be read is a {@link BrokenRecord} with its line, and the
 * reading goes on at the next record. Nothing is fetched, and entities that are more than a character are refused.
 *
 * @param text the decoded text of the file, in pieces cut anywhere
 * @param file its name, for messages
 * @throws DigestSyntaxError when the file does not begin as one of the format, or declares such entities
 */
export async function* readElements(
  text: AsyncIterable<string>,
  file: string,
  format: XmlFormat,
): AsyncGenerator<RecordElement | BrokenRecord, void> {
  const reading = new Reading(file, format);
  const scanner = new RecordScanner(format.records);
  for await (const piece of text) {
    for (const found of scanner.read(piece)) yield* reading.take(found);
  }
  for (const found of scanner.end()) yield* reading.take(found);
  reading.end();
}

/** Whether an element could not be read. */
export function isBrokenElement(read: RecordElement | BrokenRecord): read is BrokenRecord {
  return 'problem' in read;
}

/**
 * The records of a file of XML.
 *
 * @param read makes a record of an element; or says in what it is none: `expected …, got …`; or null where it is no paper
 * @throws DigestSyntaxError as {@link readElements} does
 */
export async function* readRecordElements(
  text: AsyncIterable<string>,
  file: string,
  format: XmlFormat,
  read: (element: XmlElement, place: Pick<RecordElement, 'number' | 'line'>) => SourceRecord | string | null,
): AsyncGenerator<ReadRecord, void> {
  for await (const found of readElements(text, file, format)) {
    if (isBrokenElement(found)) {
      yield found;
      continue;
    }
    const record = read(found.element, found);
    if (record === null) continue;
    yield typeof record === 'string' ? { number: found.number, problem: `${file}:${found.line}: ${record}` } : record;
  }
}

class Reading {
  private readonly parser: ElementParser;
  private number = 0;
  /** Whether something of the format was found. */
  private isTold = false;

  constructor(
    private readonly file: string,
    private readonly format: XmlFormat,
  ) {
    this.parser = new ElementParser(format.entities);
  }

  *take(found: Found): Generator<RecordElement | BrokenRecord, void> {
    const { line } = found;
    if (found.kind === 'RECORD') yield this.read(found.text, found.refusal, line);
    else if (found.kind === 'DOCTYPE') this.define(found.text, line);
    else if (found.kind === 'CUT') yield this.broken(`expected ${found.expected}, got the end of the file`, line);
    else if (found.kind === 'STRAY') yield this.foreign(found.text, line);
    else if (this.format.roots.includes(localName(found.name))) this.isTold = true;
    else yield this.foreign(`<${found.name}>`, line);
  }

  /** @throws DigestSyntaxError when there was nothing */
  end(): void {
    if (!this.isTold) throw new DigestSyntaxError(this.file, 1, this.format.name, 'an empty file');
  }

  private read(text: string, refusal: string | null, line: number): RecordElement | BrokenRecord {
    this.isTold = true;
    if (refusal !== null) return this.broken(refusal, line);
    const element = this.parser.parse(text);
    if ('fault' in element) return this.broken(element.fault, line + element.line);
    this.number += 1;
    return { number: this.number, line, element };
  }

  private define(doctype: string, line: number): void {
    const { characters, refused } = declaredEntities(doctype);
    if (refused !== null) {
      throw new DigestSyntaxError(this.file, line, 'entities that are plain characters', refused);
    }
    for (const [name, value] of characters) this.parser.define(name, value);
  }

  /** What is no part of the format ends the reading where the file begins with it: it is another one. */
  private foreign(text: string, line: number): BrokenRecord {
    if (!this.isTold) throw new DigestSyntaxError(this.file, line, this.format.name, quote(text));
    return this.broken(`expected ${this.format.name}, got ${quote(text)}`, line);
  }

  private broken(problem: string, line: number): BrokenRecord {
    this.number += 1;
    return { number: this.number, problem: `${this.file}:${line}: ${problem}` };
  }
}
