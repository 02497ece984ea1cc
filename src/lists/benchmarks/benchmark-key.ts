import { slugify } from '../../text/slugify';
import { withoutTexAccents } from '../../text/tex';

/** By what benchmarks are told apart. */
export interface BenchmarkKey {
  /** As `nameKey` gives it. */
  taskKey: string;
  /** As `datasetKey` gives it. */
  datasetKey: string;
}

/** The public key of a benchmark. */
export function benchmarkKey({ taskKey, datasetKey }: BenchmarkKey): string {
  return `${taskKey}/${datasetKey}`;
}

/** What the public key of a benchmark is made of. */
export function fromBenchmarkKey(key: string): BenchmarkKey {
  const [taskKey = '', datasetKey = ''] = key.split('/');
  return { taskKey, datasetKey };
}

/** More of a name does not count, in UTF-16 units: it stands in indexes. */
const LONGEST_KEY = 200;
/** What a cut leaves at the end that is no part of a key: a hyphen, or a half of a letter of two UTF-16 units. */
const CUT_END = /(?:-|-?[\ud800-\udbff])$/;

/** The name of a data set in the one spelling in which two of them are compared: without case, accents and punctuation. */
export function datasetKey(name: string): string {
  return slugify(withoutTexAccents(name.trim().slice(0, LONGEST_KEY)))
    .slice(0, LONGEST_KEY)
    .replace(CUT_END, '');
}
