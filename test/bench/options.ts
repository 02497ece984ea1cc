import { Command, InvalidArgumentError, Option } from 'commander';
import { contenders } from './contenders/all';
import { documents } from './queries';

/** The parts of a run, in their order. */
export const PARTS = [
  'compare',
  'hot',
  'search',
  'truth',
  'import',
  'records',
  'start',
  'workers',
  'costs',
  'fairness',
  'connections',
  'soak',
  'faults',
  'fuzz',
] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  papers: number;
  only: string[];
  queries: string[];
  parts: Part[];
  rounds: number;
  seconds: number;
  minutes: number;
  connections: number;
  requests: number;
  seed: number;
  fresh: boolean;
  growth?: number[];
  profile?: string[];
}

/** Reads the command line; prints the help, or what is wrong, and leaves when there is nothing to run. */
export function readOptions(argv: readonly string[]): Options {
  const queryNames = Object.keys(documents);
  return new Command('npm run bench --')
    .description('Measures Offprint side by side with what a user would pick instead. Tables go to standard output.')
    .option('--papers <count>', 'papers in the made database', wholeNumber, 100_000)
    .addOption(listOption('--only <names>', 'contenders', Object.keys(contenders)))
    .addOption(listOption('--queries <names>', 'queries', queryNames))
    .addOption(listOption('--parts <names>', 'parts of the run', [...PARTS]))
    .option('--rounds <count>', 'rounds; a table shows medians over them', wholeNumber, 5)
    .option('--seconds <count>', 'length of each measurement', wholeNumber, 2)
    .option('--minutes <count>', 'length of the soak', wholeNumber, 2)
    .option('--connections <count>', 'requests under way at a time', wholeNumber, 8)
    .option('--requests <count>', 'hostile requests to each server of the part fuzz', wholeNumber, 20_000)
    .option('--seed <number>', 'of the first of them; another one makes others', wholeNumber, 1)
    .option('--fresh', 'import again although the database of an earlier run is there', false)
    .option('--growth <counts>', 'instead: Offprint alone on databases of these sizes, e.g. 1000,10000,100000', sizes)
    .addOption(
      new Option('--profile <queries>', `instead: where Offprint's time goes, of ${queryNames.join(', ')}`).argParser(
        among(queryNames),
      ),
    )
    .parse(argv)
    .opts<Options>();
}

function listOption(flags: string, of: string, known: string[]): Option {
  return new Option(flags, `${of}: ${known.join(', ')}`).default(known, 'all').argParser(among(known));
}

function among(known: readonly string[]) {
  return (text: string): string[] => {
    const names = text.split(',');
    const strange = names.find((name) => !known.includes(name));
    if (strange !== undefined) throw new InvalidArgumentError(`expected some of ${known.join(', ')}, got ${strange}`);
    return names;
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('expected a whole number from 1');
  return value;
}

function sizes(text: string): number[] {
  return text.split(',').map(wholeNumber);
}
