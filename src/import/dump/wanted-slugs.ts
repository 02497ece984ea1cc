import sql from 'sql-template-tag';
import { engineOf } from '../../store/engine/engine';
import { type Db, run } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';

/** A paper that has another slug than the statements of it had where they come from. */
export interface Misnamed {
  pk: number;
  slug: string;
  firstSeenKey: string;
  /** Slugs that its statements had, that of most of them first. */
  wanted: string[];
}

/** What an entry or a record had for a paper where it comes from. */
type WantedSlug = readonly [place: number, number: number, hash: string, slug: string];

const TABLE = 'wanted_slug';

/** In the place of a hash at an entry, whose place is its digest and whose number is its rank. */
const OF_ENTRY = '';

/**
 * Under which slugs statements came: noted beside the database, for one transaction, as which papers they are of is not settled before
 * all of them are there.
 */
export class WantedSlugs {
  private constructor(private readonly db: Db) {}

  static async open(db: Db): Promise<WantedSlugs> {
    const end = engineOf(db) === 'postgres' ? sql`on commit drop` : sql``;
    await run(
      db,
      sql`create temporary table wanted_slug (place integer, number integer, hash varchar, slug varchar,
            primary key (place, number, hash)) ${end}`,
    );
    return new WantedSlugs(db);
  }

  async noteEntries(digestPk: number, entries: readonly { rank: number; paper: string }[]): Promise<void> {
    await this.note(entries.map(({ rank, paper }) => [digestPk, rank, OF_ENTRY, paper]));
  }

  async noteRecords(
    sourcePk: number,
    records: readonly { number: number; hash: string; paper: string }[],
  ): Promise<void> {
    // Two that say the same at one place are of one paper.
    const rows = records.map(({ number, hash, paper }): WantedSlug => [sourcePk, number, hash, paper]);
    await this.note([...new Map(rows.map((row) => [row.slice(0, 3).join('/'), row])).values()]);
  }

  private async note(rows: readonly WantedSlug[]): Promise<void> {
    await insertRows(this.db, TABLE, ['place', 'number', 'hash', 'slug'], rows);
  }

  /**
   * Papers that have another slug than any that their statements had.
   *
   * @param newest no paper up to this primary key is meant
   */
  async misnamed(newest: number): Promise<Misnamed[]> {
    const rows = await run<Omit<Misnamed, 'wanted'> & { wanted: string }>(
      this.db,
      sql`with said (pk, slug) as (
            select m.paper_id, w.slug from wanted_slug w join digest_paper m on m.digest_id = w.place and m.rank = w.number
            where w.hash = ${OF_ENTRY} and m.paper_id > ${newest}
            union all
            select r.paper_id, w.slug from wanted_slug w
            join record r on r.source_id = w.place and r.number = w.number and r.hash = w.hash where r.paper_id > ${newest}
          )
          select p.id as pk, p.slug, p.first_seen_key as "firstSeenKey", s.slug as wanted
          from (select pk, slug, count(*) as n from said group by pk, slug) s join paper p on p.id = s.pk
          where not exists (select 1 from said o where o.pk = s.pk and o.slug = p.slug)
          order by p.id, s.n desc, s.slug`,
    );
    const found = new Map<number, Misnamed>();
    for (const { wanted, ...paper } of rows) {
      const known = found.get(paper.pk);
      if (known) known.wanted.push(wanted);
      else found.set(paper.pk, { ...paper, wanted: [wanted] });
    }
    return [...found.values()];
  }

  async close(): Promise<void> {
    await run(this.db, sql`drop table wanted_slug`);
  }
}
