import { availableParallelism } from 'node:os';
import type { PaperText } from '../../extract/text/field';
import type { SourceRecord } from '../../parse/records/record';
import type { FactReader } from '../facts/facts';
import { knowingFacts } from '../files/knowing-facts';
import { createReader, type Reader } from '../files/reader';

/** Records, with what reads the facts of their papers. */
export interface RecordsWithFacts {
  records: SourceRecord[];
  reader: FactReader;
}

/** More read faster than one connection writes. */
const MOST_THREADS = 3;
/** Parts of a file that are read ahead for each thread: bounds memory. */
const PARTS_AHEAD = 2;

/**
 * Has facts read out of the texts of records by threads of their own, while the caller stores those before. What is one part alone
 * is read sooner than a thread is started.
 *
 * @param unread leaves out the records out of which nothing is to be read again
 */
export async function* readFactsAhead(
  parts: AsyncIterable<SourceRecord[]>,
  reader: FactReader,
  unread: (records: readonly SourceRecord[]) => Promise<readonly SourceRecord[]>,
): AsyncGenerator<RecordsWithFacts, void> {
  const threads = Math.min(availableParallelism() - 1, MOST_THREADS);
  const readers: Reader[] = [];
  const ahead: Promise<RecordsWithFacts>[] = [];
  const iterator = parts[Symbol.asyncIterator]();
  let asked = 0;
  const readerOf = (index: number): Reader => {
    const { vocabulary, weights } = reader;
    readers[index] ??= createReader({ vocabulary, weights: weights?.folder ?? null, options: {} });
    return readers[index] as Reader;
  };
  const ask = (records: SourceRecord[]): void => {
    const thread = readerOf(asked++ % threads);
    const answer = withFacts(records, reader, thread, unread);
    // It is heard of when its turn comes.
    answer.catch(() => undefined);
    ahead.push(answer);
  };
  try {
    const first = await iterator.next();
    if (first.done) return;
    const second = await iterator.next();
    if (second.done || threads < 1) {
      yield { records: first.value, reader };
      if (second.done) return;
      yield { records: second.value, reader };
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield { records: next.value, reader };
      return;
    }
    ask(first.value);
    ask(second.value);
    let isOver = false;
    while (ahead.length > 0) {
      while (!isOver && ahead.length < threads * PARTS_AHEAD) {
        const next = await iterator.next();
        if (next.done) isOver = true;
        else ask(next.value);
      }
      yield await (ahead.shift() as Promise<RecordsWithFacts>);
    }
  } finally {
    await Promise.all(readers.map((each) => each.close()));
  }
}

/** When the thread ends over a text, it is read where it is stored. */
async function withFacts(
  records: SourceRecord[],
  reader: FactReader,
  thread: Reader,
  unread: (records: readonly SourceRecord[]) => Promise<readonly SourceRecord[]>,
): Promise<RecordsWithFacts> {
  const texts = (await unread(records)).map(
    ({ title, abstract }): PaperText => ({ title: title.value, abstract: abstract?.value ?? null }),
  );
  if (texts.length === 0) return { records, reader };
  const answer = await thread.readTexts(texts).catch(() => null);
  return { records, reader: answer === null ? reader : knowingFacts(reader, texts, answer.facts) };
}
