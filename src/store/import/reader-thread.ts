import { parentPort, workerData } from 'node:worker_threads';
import type { Vocabulary } from '../../extract/vocabulary';
import { createFactReader, type Facts } from './facts';
import { type ReadFile, type ReadOptions, readDigestFile } from './read-digest-file';

/** What a thread that reads files is started with. */
export interface ReaderData {
  vocabulary: Vocabulary;
  options: ReadOptions;
}

/** Its answer to the path of a file: the file, with the facts of each entry of each digest, or why it cannot be read. */
export type ReaderAnswer = { file: ReadFile; facts: Facts[][] } | { problem: string };

const { vocabulary, options } = workerData as ReaderData;
const reader = createFactReader(vocabulary);

parentPort?.on('message', async (path: string) => parentPort?.postMessage(await answer(path)));

async function answer(path: string): Promise<ReaderAnswer> {
  try {
    const file = await readDigestFile(path, options);
    return { file, facts: file.digests.map(({ entries }) => entries.map((entry) => reader.read(entry))) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
