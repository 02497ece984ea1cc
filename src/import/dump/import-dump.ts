import { ChangeSet } from '../../changes/log/change-set';
import { writeChanges } from '../../changes/log/write-changes';
import type { DumpedSource, DumpFile } from '../../parse/dump/dump';
import type { Db } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import type { FactReader } from '../facts/facts';
import { textsNotShown } from '../facts/texts-not-shown';
import { readFactsAhead } from '../records/read-facts-ahead';
import { type Written, writeSurely } from '../write-surely';
import { areSlugsNoted, forgetSlugs } from './coming-slugs';
import type { DumpImport, Placing } from './dump-import';
import { type DumpPart, partsOf, textsOf } from './parts-of-dump';
import { placeDigest } from './place-digest';
import { PlacingSource } from './place-source';

/** Entries and records a transaction, as many as records of other files. */
const SAID_AT_A_TIME = 1_000;

/** How far an import is: lines so far. */
export type OnLines = (count: number) => void;

/**
 * Imports an export of all that sources say, so many lines a transaction; one that was broken off goes on when it is run again. In
 * an empty database it makes the same graph, ids included. In another one digests and files of records are told by their names, and
 * those that are stored in a later state stay; papers that are there keep their slugs, and so do those whose slugs others have.
 * A line that cannot be read is told of, and the others are kept.
 *
 * @param atATime how many entries and records a transaction has at most; what is stored at the end does not depend on it
 * @throws whatever reading and storing throw; what was stored by then stays
 */
export async function importDump(
  store: Store,
  reader: FactReader,
  { head, items }: DumpFile,
  onLines: OnLines = () => undefined,
  atATime = SAID_AT_A_TIME,
): Promise<DumpImport> {
  const done: DumpImport = {
    digests: { added: 0, changed: 0, unchanged: 0, later: 0 },
    sources: { added: 0, known: 0, later: 0 },
    formats: [],
    records: { added: 0, unchanged: 0, removed: 0 },
    papers: { added: 0, changed: 0, removed: 0 },
    broken: [],
    notices: [],
  };
  const write = (work: (placing: Placing) => Promise<void>, knowing: FactReader) =>
    inTransaction(store, knowing, done, work);
  const sources = new Sources();
  const parts = partsOf(items, head.isWhole, done.broken, atATime);
  for await (const { part, reader: knowing } of readFactsAhead(parts, reader, (part) => unreadOf(store.reader, part))) {
    await write((placing) => placePart(placing, part, sources), knowing);
    for (const step of part.steps) {
      if (step.do !== 'CLOSE_SOURCE') continue;
      if (!done.formats.includes(step.source.format)) done.formats.push(step.source.format);
      await sources.close(step.source, (placing) => placing.close(store, step.isWhole, (work) => write(work, reader)));
    }
    onLines(part.lines);
  }
  // What is missing may still come, with a file that is mended.
  if (done.broken.length === 0 && (await areSlugsNoted(store.reader))) await store.write(forgetSlugs);
  return done;
}

/** The sources that are placed, and which stored ones they and those before them are. */
class Sources {
  private readonly taken = new Set<number>();
  private readonly open = new Map<DumpedSource, PlacingSource>();

  of(source: DumpedSource): PlacingSource {
    const placing = this.open.get(source) ?? new PlacingSource(source, this.taken);
    this.open.set(source, placing);
    return placing;
  }

  async close(source: DumpedSource, end: (placing: PlacingSource) => Promise<void>): Promise<void> {
    await end(this.of(source));
    this.open.delete(source);
  }
}

async function placePart(placing: Placing, { steps }: DumpPart, sources: Sources): Promise<void> {
  for (const step of steps) {
    if (step.do === 'PLACE_DIGEST') await placeDigest(placing, step.digest, step.entries, step.isWhole);
    if (step.do === 'PLACE_RECORDS') await sources.of(step.source).place(placing, step.records);
  }
}

/** Does work in a transaction, with the log of it if it wrote anything. */
async function inTransaction(
  store: Store,
  reader: FactReader,
  done: DumpImport,
  work: (placing: Placing) => Promise<void>,
): Promise<void> {
  await writeSurely(store, async (db): Promise<{ written: Written | null }> => {
    const placing: Placing = { db, reader, changes: new ChangeSet(), done, wrote: false };
    await work(placing);
    if (!placing.wrote) return { written: null };
    const version = await writeCorpus(db);
    await writeChanges(db, placing.changes);
    return { written: { version, changes: placing.changes } };
  });
}

/** The texts of a part that are to be read: not those that papers show already. */
function unreadOf(db: Db, part: DumpPart) {
  return textsNotShown(db, textsOf(part));
}
