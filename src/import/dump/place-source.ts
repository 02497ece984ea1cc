import sql, { empty } from 'sql-template-tag';
import type { DumpedRecord, DumpedSource } from '../../parse/dump/dump';
import { type Db, ids, keys, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { insertRows } from '../../store/write/insert-rows';
import type { Statement } from '../papers/mentions';
import type { PaperNamer } from '../papers/paper-changes';
import { placeRecords } from '../papers/place-papers';
import { addCounts } from '../records/import-records';
import { matchRecords, storedStatements } from '../records/match-records';
import { recordHash } from '../records/record-hash';
import { SeenRecords, unseenRecords } from '../records/seen-records';
import type { StoredSource } from '../records/sources';
import { comingRecord, namerOf } from './coming-slugs';
import type { Placing } from './dump-import';

/** A stored source that a source of an export may be. */
interface Known extends StoredSource {
  importedAt: string;
}

/** Does work in a transaction of its own. */
type Write = (work: (placing: Placing) => Promise<void>) => Promise<void>;

/** Stores the records of one source of an export, so many at a time, unless it is stored in a later state. */
export class PlacingSource {
  private stored: StoredSource | null = null;
  private isLater = false;
  private readonly seen = new SeenRecords();

  /** @param taken stored sources that others of the export are; this one becomes one of them */
  constructor(
    private readonly source: DumpedSource,
    private readonly taken: Set<number>,
  ) {}

  /** Stores the next records. */
  async place(placing: Placing, batch: readonly DumpedRecord[]): Promise<void> {
    const { db, done } = placing;
    const said = batch.map(({ record, paper }) => ({ number: record.number, hash: recordHash(record), paper }));
    const stored = await this.open(
      placing,
      said.map(({ hash }) => hash),
    );
    if (this.isLater) return;
    const { added, replaced, kept } = await matchRecords(
      db,
      { sourcePk: stored.pk, format: this.source.format },
      batch.map(({ record }) => record),
      { source: stored, seen: this.seen },
    );
    for (const pk of kept) this.seen.add(pk);
    const name = namerOf({ records: new Map(said.map((each) => [comingRecord(each), each.paper])) });
    await this.settle(placing, { statements: added, gone: replaced }, name);
    done.records.added += added.length;
    done.records.removed += replaced.length;
    done.records.unchanged += kept.length;
  }

  /**
   * Ends the source as it was where it comes from.
   *
   * @param isWhole whether these were all of its records: then what is stored beside them is gone from it
   */
  async close(store: Store, isWhole: boolean, write: Write): Promise<void> {
    const { stored, source } = this;
    if (stored === null || this.isLater) return;
    if (isWhole) {
      for await (const unseen of unseenRecords(store.reader, stored, this.seen)) {
        await write(async (placing) => {
          const gone = await storedStatements(placing.db, source.format, unseen);
          await this.settle(placing, { statements: [], gone }, namerOf({}));
          placing.done.records.removed += unseen.length;
        });
      }
    }
    const { importedAt } = source;
    const isComplete = source.isComplete ? 1 : 0;
    await write(async ({ db }) => {
      await run(
        db,
        sql`update source set imported_at = ${importedAt}, is_complete = ${isComplete}
            where id = ${stored.pk} and (imported_at <> ${importedAt} or is_complete <> ${isComplete})`,
      );
    });
  }

  private async settle(
    placing: Placing,
    news: { statements: readonly Statement[]; gone: readonly Statement[] },
    name: PaperNamer,
  ): Promise<void> {
    if (news.statements.length + news.gone.length === 0) return;
    const { db, reader, changes, done } = placing;
    await run(db, sql`update source set is_complete = 0 where id = ${this.stored?.pk ?? 0} and is_complete <> 0`);
    addCounts(done.papers, await placeRecords(db, news, reader, changes, name));
    placing.wrote = true;
  }

  private async open({ db, done }: Placing, hashes: readonly string[]): Promise<StoredSource> {
    if (this.stored) return this.stored;
    const { file, importedAt } = this.source;
    const known = await findSource(db, this.source, hashes, this.taken);
    this.stored = known ?? (await addSource(db, this.source));
    this.taken.add(this.stored.pk);
    this.isLater = known !== null && known.importedAt > importedAt;
    if (this.isLater) {
      done.sources.later += 1;
      done.notices.push(`source ${file}: stays as it is stored, which is a later state`);
    } else done.sources[known ? 'known' : 'added'] += 1;
    return this.stored;
  }
}

/** The stored source of the same name and format that has most records in common with the beginning of one. */
async function findSource(
  db: Db,
  { file, format }: DumpedSource,
  hashes: readonly string[],
  taken: ReadonlySet<number>,
): Promise<Known | null> {
  const others = taken.size === 0 ? empty : sql`and s.id not in ${ids([...taken])}`;
  const [known] = await run<Known>(
    db,
    sql`select s.id as pk, s.imported_at as "importedAt",
          coalesce((select max(r.id) from record r where r.source_id = s.id), 0) as "newestPk"
        from source s join record c on c.source_id = s.id and c.hash in ${keys(hashes)}
        where s.file = ${file} and s.format = ${format} ${others}
        group by s.id, s.imported_at order by count(*) desc, s.id limit 1`,
  );
  return known ?? null;
}

async function addSource(db: Db, { file, format, importedAt }: DumpedSource): Promise<StoredSource> {
  await insertRows(db, 'source', ['file', 'format', 'imported_at', 'is_complete'], [[file, format, importedAt, 0]]);
  const [added] = await run<{ pk: number }>(
    db,
    sql`select max(id) as pk from source where file = ${file} and format = ${format}`,
  );
  return { pk: (added as { pk: number }).pk, newestPk: 0 };
}
