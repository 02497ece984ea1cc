import { parentPort, workerData } from 'node:worker_threads';
import type { PaperText } from '../../extract/text/field';
import type { Vocabulary } from '../../extract/topics/vocabulary';
import { messageOf } from '../../problem';
import { WeightsFile } from '../../vectors/weights-file';
import { createFactReader, type Facts } from '../facts/facts';
import { type ReadFile, type ReadOptions, readDigestFile } from './read-digest-file';

/** What a thread that reads files is started with. */
export interface ReaderData {
  vocabulary: Vocabulary;
  /** The folder of the weights by which texts have vectors; null when vectors are turned off. */
  weights: string | null;
  options: ReadOptions;
}

/** The path of a file, or texts, and a number that is given once. */
export type ReaderQuestion = { number: number } & ({ path: string } | { texts: readonly PaperText[] });

/** What came of a file: the file, with the facts of each entry of each digest if it is not large, or why it cannot be read. */
export type FileAnswer = { file: ReadFile; facts: Facts[][] } | { problem: string };

/** What came of texts: the facts of each. */
export interface TextsAnswer {
  facts: Facts[];
}

/** The answer to the question of the same number. */
export interface ReaderReply {
  number: number;
  answer: FileAnswer | TextsAnswer;
}

/** Of a larger file whoever stores it reads the facts, part by part: all at once they would take too much memory. */
const MOST_BYTES = 4_000_000;

const { vocabulary, weights, options } = workerData as ReaderData;
const reader = createFactReader(vocabulary, weights === null ? null : new WeightsFile(weights));

// One after another: what is read and not asked for yet takes memory.
let last = Promise.resolve();
parentPort?.on('message', (question: ReaderQuestion) => {
  last = last.then(async () => {
    const answer =
      'path' in question ? await readFile(question.path) : { facts: question.texts.map((text) => reader.read(text)) };
    const reply: ReaderReply = { number: question.number, answer };
    parentPort?.postMessage(reply);
  });
});

async function readFile(path: string): Promise<FileAnswer> {
  try {
    const file = await readDigestFile(path, options);
    if (file.bytes > MOST_BYTES) return { file, facts: [] };
    return { file, facts: file.digests.map(({ entries }) => entries.map((entry) => reader.read(entry))) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
