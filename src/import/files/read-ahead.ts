import { availableParallelism } from 'node:os';
import { messageOf } from '../../problem';
import type { FactReader, Facts } from '../facts/facts';
import { knowingFacts } from './knowing-facts';
import { type ReadFile, type ReadOptions, readDigestFile } from './read-digest-file';
import { createReader, type Reader } from './reader';
import type { FileAnswer, ReaderData } from './reader-thread';

/** A file that was read, with what reads facts for it; or why it cannot be read. */
export type Reading = { file: ReadFile; reader: FactReader } | { problem: string };

/** So few files are read sooner than a thread is started. */
const FEW_FILES = 10;
/** More read faster than one connection writes. */
const MOST_THREADS = 3;
/** Files that a thread has read, or is to read, before the first of them is asked for: bounds memory. */
const FILES_AHEAD = 4;

/**
 * Reads digest files in their order. Many are read, and their facts read out of them, by threads of their own while the
 * caller stores those before. A file over which a thread ends is one that cannot be read.
 */
export async function* readAhead(
  paths: readonly string[],
  options: ReadOptions,
  reader: FactReader,
  start: (data: ReaderData) => Reader = createReader,
): AsyncGenerator<Reading, void> {
  const threads = Math.min(availableParallelism() - 1, MOST_THREADS);
  if (paths.length <= FEW_FILES || threads < 1) {
    for (const path of paths) yield readHere(path, options, reader);
    return;
  }
  const { vocabulary } = reader;
  const weights = reader.weights?.folder ?? null;
  const readers = Array.from({ length: threads }, () => start({ vocabulary, weights, options }));
  const ahead: Promise<FileAnswer>[] = [];
  const readerOf = (index: number) => readers[index % threads] as Reader;
  const ask = (index: number): void => {
    const path = paths[index];
    if (path === undefined) return;
    const answer = readerOf(index).read(path);
    // It is heard of when its turn comes.
    answer.catch(() => undefined);
    ahead.push(answer);
  };
  try {
    for (let index = 0; index < threads * FILES_AHEAD; index += 1) ask(index);
    for (const [index, path] of paths.entries()) {
      const answer = await (ahead.shift() as Promise<FileAnswer>).catch(() => readAgain(readerOf(index), path));
      ask(index + threads * FILES_AHEAD);
      yield 'problem' in answer ? answer : { file: answer.file, reader: knowing(reader, answer.file, answer.facts) };
    }
  } finally {
    await Promise.all(readers.map((each) => each.close()));
  }
}

/** The thread may have ended over a file before this one. */
function readAgain(reader: Reader, path: string): Promise<FileAnswer> {
  return reader.read(path).catch((error: unknown) => ({ problem: `${path}: ${messageOf(error)}` }));
}

async function readHere(path: string, options: ReadOptions, reader: FactReader): Promise<Reading> {
  try {
    return { file: await readDigestFile(path, options), reader };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function knowing(reader: FactReader, { digests }: ReadFile, facts: readonly (readonly Facts[])[]): FactReader {
  const entries = digests.flatMap((digest, index) => (facts[index] ? digest.entries : []));
  return knowingFacts(reader, entries, facts.flat());
}
