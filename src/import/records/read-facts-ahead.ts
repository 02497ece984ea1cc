import { availableParallelism } from 'node:os';
import type { PaperText } from '../../extract/text/field';
import type { FactReader } from '../facts/facts';
import { knowingFacts } from '../files/knowing-facts';
import { createReader, type Reader } from '../files/reader';

/** A part of a file, with what reads the facts of its papers. */
export interface PartWithFacts<Part> {
  part: Part;
  reader: FactReader;
}

/** The texts of a part out of which facts are to be read: none that are read already. */
type TextsOf<Part> = (part: Part) => Promise<readonly PaperText[]>;

/** More read faster than one connection writes. */
const MOST_THREADS = 3;
/** Parts of a file that are read ahead for each thread: bounds memory. */
const PARTS_AHEAD = 2;

/**
 * Has facts read out of the texts of a file by threads of their own, while the caller stores those before. What is one part alone
 * is read sooner than a thread is started.
 */
export async function* readFactsAhead<Part>(
  parts: AsyncIterable<Part>,
  reader: FactReader,
  textsOf: TextsOf<Part>,
): AsyncGenerator<PartWithFacts<Part>, void> {
  const threads = Math.min(availableParallelism() - 1, MOST_THREADS);
  const readers: Reader[] = [];
  const ahead: Promise<PartWithFacts<Part>>[] = [];
  const iterator = parts[Symbol.asyncIterator]();
  let asked = 0;
  const readerOf = (index: number): Reader => {
    const { vocabulary, weights } = reader;
    readers[index] ??= createReader({ vocabulary, weights: weights?.folder ?? null, options: {} });
    return readers[index] as Reader;
  };
  const ask = (part: Part): void => {
    const thread = readerOf(asked++ % threads);
    const answer = withFacts(part, reader, thread, textsOf);
    // It is heard of when its turn comes.
    answer.catch(() => undefined);
    ahead.push(answer);
  };
  try {
    const first = await iterator.next();
    if (first.done) return;
    const second = await iterator.next();
    if (second.done || threads < 1) {
      yield { part: first.value, reader };
      if (second.done) return;
      yield { part: second.value, reader };
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield { part: next.value, reader };
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
      yield await (ahead.shift() as Promise<PartWithFacts<Part>>);
    }
  } finally {
    await Promise.all(readers.map((each) => each.close()));
  }
}

/** When the thread ends over a text, it is read where it is stored. */
async function withFacts<Part>(
  part: Part,
  reader: FactReader,
  thread: Reader,
  textsOf: TextsOf<Part>,
): Promise<PartWithFacts<Part>> {
  const texts = await textsOf(part);
  if (texts.length === 0) return { part, reader };
  const answer = await thread.readTexts(texts).catch(() => null);
  return { part, reader: answer === null ? reader : knowingFacts(reader, texts, answer.facts) };
}
