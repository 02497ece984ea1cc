/**
 * The benchmark: Offprint and what a user would pick instead, side by side on the same rows, the same answers checked
 * leaf by leaf before anything is measured. `npm run bench -- --help` lists the options, BENCHMARKS.md says how to read
 * the tables and shows some.
 *
 *     npm run bench                                          everything, on 100,000 papers
 *     npm run bench -- --papers 2000 --rounds 1 --seconds 1  a quick look
 *     npm run bench -- --only limit,offprint,mercurius --queries page,paper --parts compare
 *     npm run bench -- --papers 20000 --parts fuzz           requests made to do harm
 *     npm run bench -- --papers 30000 --parts truth          how right answers are
 *     npm run bench -- --growth 1000,10000,100000            how Offprint's costs grow with the corpus
 *     npm run bench -- --profile page                        where Offprint's time goes
 *
 * Progress goes to standard error, Markdown tables to standard output.
 */

import 'reflect-metadata';
import { installFromLock } from '../../src/install-from-lock';
import { build } from './build';
import { contenders } from './contenders/all';
import { offprint } from './contenders/offprint';
import { postgresOf } from './contenders/offprint-postgres';
import { limit, staticBytes } from './contenders/peers';
import { type MadeDatabase, makeDatabase } from './corpus/made-database';
import { describeMachine } from './describe-machine';
import { PEERS } from './folders';
import { compare } from './measure/compare';
import { measureConnections } from './measure/connections';
import { measureCosts } from './measure/costs';
import { measureFairness } from './measure/fairness';
import { measureFaults } from './measure/faults';
import { measureFuzz } from './measure/fuzz';
import { measureGrowth } from './measure/growth';
import { importTable } from './measure/import';
import { profile } from './measure/profile';
import { measureRecords } from './measure/records';
import { measureSearch } from './measure/search';
import { measureSoak } from './measure/soak';
import { measureStart } from './measure/start';
import { measureTruth } from './measure/truth';
import { measureWorkers } from './measure/workers';
import { type Options, type Part, readOptions } from './options';
import { type Load, startLoad } from './processes/start-load';
import { stopAll } from './processes/stop-on-exit';
import { setStage } from './stage';

/** Parts that make what they need themselves. */
const WITHOUT_DATABASE: readonly Part[] = ['records', 'start', 'faults'];

async function main(options: Options): Promise<void> {
  installFromLock(PEERS);
  build();
  const load = startLoad();
  try {
    print(`${describeMachine()}\n`);
    if (options.growth) await growth(options, options.growth, load);
    else {
      await measureWithoutDatabase(options);
      if (options.profile || options.parts.some((part) => !WITHOUT_DATABASE.includes(part)))
        await measure(options, await makeDatabase(options.papers, options.fresh), load);
    }
  } finally {
    await load.stop();
  }
}

async function growth(options: Options, sizes: readonly number[], load: Load): Promise<void> {
  const databases: MadeDatabase[] = [];
  for (const papers of sizes) databases.push(await makeDatabase(papers, options.fresh));
  print(
    `## Growth\n\nMedians of ${options.rounds} rounds, in which the sizes take turns.\n\n${await measureGrowth(databases, load, options)}\n`,
  );
}

async function measureWithoutDatabase({
  parts,
  papers,
  only,
  profile: profiled,
  seconds,
  rounds,
}: Options): Promise<void> {
  if (profiled) return;
  if (parts.includes('records')) print(`## Records\n\n${await measureRecords(papers, only)}\n`);
  if (parts.includes('start')) print(`## Start\n\n${await measureStart()}\n`);
  if (parts.includes('faults')) print(`## Faults\n\n${await measureFaults(seconds * rounds)}\n`);
}

async function measure(options: Options, database: MadeDatabase, load: Load): Promise<void> {
  const { parts, profile: profiled, seconds, connections } = options;
  const stage = await setStage(database, profiled ?? options.queries);
  try {
    if (profiled) {
      print(await profile(stage, load, seconds, connections));
      return;
    }
    print(`${database.papers} papers; ${connections} requests under way; medians of ${options.rounds} rounds.\n`);
    if (parts.includes('compare')) {
      print('## Each answer made anew\n');
      const chosen = options.only.flatMap((name) => contenders[name] ?? []);
      await compare(stage, chosen, limit, load, options, print);
    }
    if (parts.includes('hot')) {
      print('## Answers served again\n');
      await compare(stage, [staticBytes, offprint('on')], staticBytes, load, options, print);
    }
    if (parts.includes('search')) print(`## Search\n\n${await measureSearch(database, load, options)}\n`);
    if (parts.includes('truth')) print(`## Truth\n\n${await measureTruth(database)}\n`);
    if (parts.includes('import')) print(`## Import\n\n${importTable(database.imported)}\n`);
    const sqlite = `sqlite:${database.file}`;
    if (parts.includes('costs')) {
      print(`## Costs on SQLite\n\n${await measureCosts(sqlite, [])}\n`);
      const { url, pid } = await postgresOf(stage);
      print(`## Costs on PostgreSQL\n\n${await measureCosts(url, [pid])}\n`);
    }
    if (parts.includes('fairness')) {
      const each = seconds * options.rounds;
      print(`## Fairness on SQLite\n\n${await measureFairness(sqlite, load, each)}\n`);
      const { url } = await postgresOf(stage);
      print(`## Fairness on PostgreSQL\n\n${await measureFairness(url, load, each)}\n`);
    }
    if (parts.includes('connections')) print(`## Connections\n\n${await measureConnections(database)}\n`);
    if (parts.includes('soak')) print(`## Soak\n\n${await measureSoak(database, options.minutes)}\n`);
    if (parts.includes('fuzz')) print(`## Fuzz\n\n${await measureFuzz(database, options.requests, options.seed)}\n`);
    if (parts.includes('workers')) print(`## Workers\n\n${await measureWorkers(database, options)}\n`);
  } finally {
    await stage.clear();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopAll();
    process.exit(130);
  });
}

main(readOptions(process.argv)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  stopAll();
});
