import { DUMP_VERSION } from '../../parse/dump/dump';
import type { Db } from '../../store/sql';
import { isEverything } from '../export-filter';
import type { ExportHead } from '../export-head';
import { digestPages, entryPages } from './read-digests';
import { recordPages, sourcePages } from './read-sources';

/** What JSON has as it is and some readers take for the end of a line. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/**
 * Everything that sources say, as JSON Lines: digests with their entries as printed, files with their records as they were said, and
 * of which paper each is. Imported into an empty database it makes the same graph, ids included; under a filter it holds what is
 * said of the papers that fit it. In pieces of a line each, made when they are asked for.
 *
 * @param db what shows one moment of the database
 * @param head of the same moment
 */
export async function* writeDump(db: Db, head: ExportHead): AsyncGenerator<string, void> {
  const { corpusVersion, updatedAt, sources, filter } = head;
  yield lineOf({ offprint: DUMP_VERSION, isWhole: isEverything(filter), corpusVersion, updatedAt, sources, filter });
  let entries = 0;
  for await (const digests of digestPages(db, filter)) {
    for (const { pk, ...digest } of digests) {
      yield lineOf({ digest });
      for await (const page of entryPages(db, pk, filter)) {
        for (const { paper, ...entry } of page) yield lineOf({ entry, of: digest.slug, paper });
        entries += page.length;
      }
    }
  }
  let records = 0;
  let files = 0;
  for await (const page of sourcePages(db)) {
    for (const { pk, isComplete, ...source } of page) {
      const of = files + 1;
      for await (const said of recordPages(db, pk, filter)) {
        if (said.length > 0 && files < of) {
          files = of;
          yield lineOf({ source: { number: of, ...source, isComplete: isComplete === 1 } });
        }
        for (const { number, line, paper, said: record } of said) {
          yield lineOf({ record: JSON.parse(record), number, line, of, paper });
        }
        records += said.length;
      }
    }
  }
  yield lineOf({ end: { entries, records } });
}

function lineOf(value: object): string {
  const text = JSON.stringify(value).replace(
    LINE_ENDS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
