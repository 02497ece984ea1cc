import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import sql from 'sql-template-tag';
import { readConfig } from '../config';
import { openSnapshot } from '../copy/snapshot';
import { splitTerms } from '../search/index/index-entry';
import { indexText } from '../search/index/upkeep/index-text';
import { weightsOf } from '../seeds';
import { type Db, limit, run } from '../store/sql';
import { type Check, checkHalves, checkTitles, type Finding, type HeldOut } from '../vectors/training/check';
import { Lesson } from '../vectors/training/learn';
import { type TrainingStep, USUAL_TRAINING } from '../vectors/training/train';
import type { Weights } from '../vectors/weights';
import { WeightsFile, writeWeights } from '../vectors/weights-file';
import { goLast } from './go-last';

/** Papers read at a time. */
const PAPERS_AT_A_TIME = 500;
/** Papers that are learned from, spread over all where there are more: bounds memory and time. */
const MOST_PAPERS = 120_000;

interface Options {
  seed: string;
  epochs: string;
  force?: true;
}

/** `vectors`: learns vectors of words from the papers of a database, measures them, and writes them into a folder. */
export const vectorsCommand = new Command('vectors')
  .description('train vectors of words on the papers of the database of DATABASE_URL, for the setting VECTORS')
  .argument('<folder>', 'where to; a new folder')
  .option('--seed <number>', 'another number gives other vectors, about as good', String(USUAL_TRAINING.seed))
  .option('--epochs <number>', 'how often all papers are gone through', String(USUAL_TRAINING.epochs))
  .option('--force', 'replace vectors that are there')
  .action(async (folder: string, { seed, epochs, force }: Options) => {
    if (!force && existsSync(join(folder, 'about.json'))) {
      throw new Error(`FOLDER: expected a new folder, got ${folder}, which has vectors; --force replaces them`);
    }
    const training = { ...USUAL_TRAINING, seed: whole('--seed', seed, 0), epochs: whole('--epochs', epochs, 1) };
    const { databaseUrl, vectors } = readConfig(process.env);
    const inUse = weightsOf(vectors);
    goLast();
    const lesson = await readLesson(databaseUrl);
    const progress = showProgress();
    const learned = lesson.learn(training, progress.told);
    progress.stop();
    writeWeights(
      folder,
      learned,
      `Trained by \`npm run vectors\` on ${learned.texts} papers; epochs: ${training.epochs}, seed: ${training.seed}.`,
    );
    console.log(`Wrote ${folder}: ${learned.stems.length} stems, learned from ${learned.texts} papers.`);
    tell('These vectors', new WeightsFile(folder).read(), lesson.heldOut);
    if (inUse) tell('Those of VECTORS, which may have been learned from these papers', inUse.read(), lesson.heldOut);
  });

function whole(option: string, text: string, least: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new Error(`${option}: expected a whole number from ${least} on, got ${JSON.stringify(text)}`);
}

async function readLesson(databaseUrl: string): Promise<Lesson> {
  const { db, close } = await openSnapshot('DATABASE_URL', databaseUrl);
  try {
    const [corpus] = await run<{ n: number }>(db, sql`select count(*) as n from paper where abstract is not null`);
    const count = Number(corpus?.n);
    const size = Math.min(count, MOST_PAPERS);
    const lesson = new Lesson(size);
    let seen = 0;
    for await (const { title, abstract } of readTexts(db)) {
      seen += 1;
      // As many as there is room for, as far from each other as they can be.
      if (Math.floor((seen * size) / count) === Math.floor(((seen - 1) * size) / count)) continue;
      const text = indexText(title, abstract);
      lesson.add(splitTerms(text.title), splitTerms(text.body));
    }
    return lesson;
  } finally {
    await close();
  }
}

async function* readTexts(db: Db): AsyncGenerator<{ title: string; abstract: string }> {
  for (let last = 0; ; ) {
    const papers = await run<{ pk: number; title: string; abstract: string }>(
      db,
      sql`select id as pk, title, abstract from paper where id > ${last} and abstract is not null
          order by id ${limit(PAPERS_AT_A_TIME)}`,
    );
    if (papers.length === 0) return;
    yield* papers;
    last = papers.at(-1)?.pk as number;
  }
}

/** A bar in a terminal, ten lines elsewhere. */
function showProgress(): { told(step: TrainingStep): void; stop(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) {
    return {
      told: ({ step, steps, loss }) => {
        if (Math.floor((10 * step) / steps) > Math.floor((10 * (step - 1)) / steps)) {
          console.error(`batch ${step} of ${steps}, loss ${loss.toFixed(3)}`);
        }
      },
      stop: () => undefined,
    };
  }
  const format = '{bar} {percentage} %, loss {loss}, {eta_formatted} left';
  const bar = new SingleBar({ format, stream: stderr, clearOnComplete: true });
  return {
    told: ({ step, steps, loss }) => {
      if (step === 1) bar.start(steps, 0, { loss: '' });
      bar.update(step, { loss: loss.toFixed(3) });
    },
    stop: () => bar.stop(),
  };
}

/** Prints how texts that were not learned from find their own. */
function tell(whose: string, weights: Weights, heldOut: readonly HeldOut[]): void {
  console.log(`${whose}; of ${heldOut.length} texts       nearest  among ten    MRR`);
  const tellCheck = (what: string, { words, vectors, both }: Check): void => {
    tellFinding(`  ${what} by words alone`, words);
    tellFinding(`  ${what} by vectors alone`, vectors);
    tellFinding(`  ${what} by both`, both);
  };
  tellCheck('title finds abstract', checkTitles(weights, heldOut));
  tellCheck('first half finds second', checkHalves(weights, heldOut));
}

function tellFinding(what: string, { first, amongTen, mrr }: Finding): void {
  console.log(`${what.padEnd(42)}  ${first.toFixed(3)}      ${amongTen.toFixed(3)}  ${mrr.toFixed(3)}`);
}
