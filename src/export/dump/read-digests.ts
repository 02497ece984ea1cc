import sql from 'sql-template-tag';
import { type AsText, PRINTED_DETAILS, withPrintedAuthors } from '../../import/papers/read-kin';
import type { DumpedDigest, DumpedEntry } from '../../parse/dump/dump';
import { type Db, limit, run } from '../../store/sql';
import { type ExportFilter, isEverything } from '../export-filter';
import { conditionOf, fits, fittingIn, type Held, ROWS_AT_A_TIME } from './fitting';

/** A digest as it is stored. */
export interface DigestRow extends DumpedDigest {
  pk: number;
}

/** The digests that print papers which fit a filter, some at a time, in the order in which they were stored. */
export async function* digestPages(db: Db, filter: ExportFilter): AsyncGenerator<DigestRow[]> {
  const printsAny = sql`exists (select 1 from digest_paper m join paper p on p.id = m.paper_id
    where m.digest_id = d.id and ${conditionOf(filter)})`;
  for (let last = 0; ; ) {
    const page = await run<Held<DigestRow>>(
      db,
      sql`select d.id as pk, d.slug, d.title, d.curator, d.date_label as "dateLabel", d.date, d.date_source as "dateSource",
            d.source as file, d.sha256, d.imported_at as "importedAt", ${fits(isEverything(filter) ? sql`true` : printsAny)}
          from digest d where d.id > ${last} order by d.id ${limit(ROWS_AT_A_TIME)}`,
    );
    yield fittingIn<DigestRow>(page);
    if (page.length < ROWS_AT_A_TIME) return;
    last = (page.at(-1) as DigestRow).pk;
  }
}

/** What a digest prints of the papers that fit a filter, by rank, some entries at a time. */
export async function* entryPages(db: Db, digestPk: number, filter: ExportFilter): AsyncGenerator<DumpedEntry[]> {
  for (let last = 0; ; ) {
    const page = await run<Held<AsText<DumpedEntry, 'authors'>>>(
      db,
      sql`select m.rank, m.line, coalesce(m.own_title, p.title) as title,
            case when m.own_title is null then p.abstract else m.own_abstract end as abstract, ${PRINTED_DETAILS},
            p.slug as paper, ${fits(conditionOf(filter))}
          from digest_paper m join paper p on p.id = m.paper_id
          where m.digest_id = ${digestPk} and m.rank > ${last} order by m.rank ${limit(ROWS_AT_A_TIME)}`,
    );
    yield fittingIn<AsText<DumpedEntry, 'authors'>>(page).map(withPrintedAuthors);
    if (page.length < ROWS_AT_A_TIME) return;
    last = (page.at(-1) as { rank: number }).rank;
  }
}
