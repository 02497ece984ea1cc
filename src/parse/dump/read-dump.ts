import type { ZodType } from 'zod';
import { sizeMisfit } from '../digest/bounds';
import { DigestSyntaxError } from '../file/digest-syntax-error';
import { LineScanner } from '../records/json/line-scanner';
import { kindOf, shown } from '../records/json/members';
import { parseSpan, type Span } from '../records/json/parse-span';
import type { SourceRecord } from '../records/record';
import {
  DUMP_VERSION,
  type DumpedDigest,
  type DumpedEntry,
  type DumpedSource,
  type DumpFile,
  type DumpHead,
  type DumpItem,
} from './dump';
import { HEAD_SHAPE, LINE_SHAPES } from './dump-shapes';

/**
 * Reads an export of all that sources say. A line that cannot be read is told of, and the others are given; so is a file that ends
 * too early.
 *
 * @param file its name, for messages
 * @throws DigestSyntaxError when its first line is none of an export, or of another version
 */
export async function readDump(text: AsyncIterable<string>, file: string): Promise<DumpFile> {
  const spans = spansOf(text);
  const { value: first } = await spans.next();
  return { head: headOf(first as Span | undefined, file), items: new DumpReading(file).items(spans) };
}

async function* spansOf(text: AsyncIterable<string>): AsyncGenerator<Span, undefined> {
  const scanner = new LineScanner(1);
  for await (const piece of text) yield* scanner.read(piece);
  yield* scanner.end();
}

function headOf(span: Span | undefined, file: string): DumpHead {
  if (span === undefined) throw new DigestSyntaxError(file, 1, 'an export of Offprint', 'an empty file');
  const read = parseSpan(span, file);
  if ('problem' in read) throw new DigestSyntaxError(file, span.line, 'the head of an export', 'a damaged line');
  const problem = misfitOf(HEAD_SHAPE, read.value);
  if (problem !== null) throw new DigestSyntaxError(file, span.line, ...problem);
  const head = read.value as DumpHead;
  if (head.offprint !== DUMP_VERSION) {
    throw new DigestSyntaxError(file, span.line, `an export of version ${DUMP_VERSION}`, `one of ${head.offprint}`);
  }
  return head;
}

/** What a value was expected to be and where, and what is there; null when it is so. */
function misfitOf(shape: ZodType, value: unknown): [expected: string, got: string] | null {
  const [issue] = shape.safeParse(value).error?.issues ?? [];
  if (issue === undefined) return null;
  const got = issue.path.reduce<unknown>((within, key) => (within as Record<PropertyKey, unknown>)[key], value);
  const way = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const expected = way === '' ? issue.message : `${issue.message} in ${way.slice(1)}`;
  return [expected, typeof got === 'number' ? String(got) : shown(got)];
}

/** One reading of the lines behind the head. */
class DumpReading {
  private digest: string | null = null;
  private source: number | null = null;
  private readonly read = { entries: 0, records: 0 };
  private hasEnded = false;
  private hasBroken = false;

  constructor(private readonly file: string) {}

  async *items(spans: AsyncIterable<Span>): AsyncGenerator<DumpItem> {
    let last = 1;
    for await (const span of spans) {
      last = span.line;
      yield this.itemOf(span);
    }
    if (this.hasEnded) return;
    yield this.broken(last, 'the line with the end of an export', 'the end of the file, which was cut');
  }

  private itemOf(span: Span): DumpItem {
    const read = parseSpan(span, this.file);
    if ('problem' in read) return this.told(read.problem);
    const { line } = span;
    const value = read.value as Record<string, unknown> | null;
    const kind = Object.keys(LINE_SHAPES).find(
      (name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name),
    ) as keyof typeof LINE_SHAPES | undefined;
    if (value === null || kind === undefined) {
      return this.broken(line, 'a digest, an entry, a source, a record or the end', kindOf(read.value));
    }
    const problem = misfitOf(LINE_SHAPES[kind], value);
    return problem === null ? this.sound(kind, value, line) : this.broken(line, ...problem);
  }

  private sound(kind: keyof typeof LINE_SHAPES, value: Record<string, unknown>, line: number): DumpItem {
    switch (kind) {
      case 'digest': {
        const digest = value.digest as DumpedDigest;
        this.digest = digest.slug;
        return { kind: 'DIGEST', line, digest };
      }
      case 'entry': {
        this.read.entries += 1;
        if (value.of !== this.digest) {
          return this.broken(
            line,
            `an entry of the digest above, ${this.digest ?? 'of which there is none'}`,
            `one of ${value.of}`,
          );
        }
        const entry = { ...(value.entry as DumpedEntry), paper: value.paper as string };
        const misfit = sizeMisfit(entry.title, entry.abstract);
        return misfit === null ? { kind: 'ENTRY', line, entry } : this.broken(line, misfit.expected, misfit.got);
      }
      case 'source': {
        const source = value.source as DumpedSource;
        this.source = source.number;
        return { kind: 'SOURCE', line, source };
      }
      case 'record': {
        this.read.records += 1;
        if (value.of !== this.source) {
          return this.broken(
            line,
            `a record of the source above, ${this.source ?? 'of which there is none'}`,
            `one of ${value.of}`,
          );
        }
        const place = { number: value.number as number, line: value.line as number | null };
        const record = { ...place, ...(value.record as Omit<SourceRecord, 'number' | 'line'>) };
        const misfit = sizeMisfit(record.title.value, record.abstract?.value ?? null);
        if (misfit !== null) return this.broken(line, misfit.expected, misfit.got);
        return { kind: 'RECORD', line, record: { record, paper: value.paper as string } };
      }
      case 'end': {
        this.hasEnded = true;
        const { entries, records } = value.end as { entries: number; records: number };
        // What is missing was told of where it should stand.
        if (this.hasBroken || (entries === this.read.entries && records === this.read.records)) return { kind: 'END' };
        return this.broken(
          line,
          `${entries} entries and ${records} records before the end`,
          `${this.read.entries} and ${this.read.records} that can be read`,
        );
      }
    }
  }

  private broken(line: number, expected: string, got: string): DumpItem {
    return this.told(`${this.file}:${line}: expected ${expected}, got ${got}`);
  }

  private told(problem: string): DumpItem {
    this.hasBroken = true;
    return { kind: 'BROKEN', problem };
  }
}
