import sql, { type Sql } from 'sql-template-tag';
import { addressKey } from '../../extract/links/address/address-key';
import { parseAddress } from '../../extract/links/address/parse-address';
import { repositoryKey } from '../../extract/links/repository-key';
import { identifierKey } from '../../parse/sameness/mention';
import { writtenIdentifier } from '../../parse/sameness/written-identifier';
import type { Paper } from '../../store/entities/paper/paper';
import { type Db, keys, parseJson, run, table } from '../../store/sql';
import { arxivIdOf } from '../../text/arxiv-id';
import { doiOf } from '../../text/doi';
import { PAPER_JSON, paperColumns } from '../papers';

/** A paper, and the key that it was asked for by. */
export interface PaperByKey extends Paper {
  askedBy: string;
}

/** Papers by arXiv identifier, as `arxivIdOf` gives it: that show it, failing that of which a record states it; of several the newest. */
export function papersByArxivId(db: Db, arxivIds: readonly string[]): Promise<PaperByKey[]> {
  return papersOf(
    db,
    keys(arxivIds),
    sql`coalesce(${newestWith(sql`o.arxiv_id = k.key`)}, ${newestStating(sql`'ARXIV:' || k.key`)})`,
  );
}

/** Papers by DOI, as `doiOf` gives it: that show it, failing that of which a record states it; of several the newest. */
export function papersByDoi(db: Db, dois: readonly string[]): Promise<PaperByKey[]> {
  return papersOf(
    db,
    keys(dois),
    sql`coalesce(${newestWith(sql`o.doi = k.key`)}, ${newestStating(sql`'DOI:' || k.key`)})`,
  );
}

/** Papers by an identifier of another catalogue, as `identifierKey` writes it, that a record states; of several the newest. */
export function papersByIdentifier(db: Db, identifiers: readonly string[]): Promise<PaperByKey[]> {
  return papersOf(db, keys(identifiers), newestStating(sql`k.key`));
}

/**
 * Papers by `titleKey` of the title that they show, failing that of one under which a digest prints them, and failing that of
 * one that a record states; of several with one title the one that was seen first, on one day the one of best rank.
 */
export function papersByTitle(db: Db, titleKeys: readonly string[]): Promise<PaperByKey[]> {
  const firstSeen = sql`order by o.first_seen_on is null, o.first_seen_on, o.first_seen_key desc limit 1`;
  return papersOf(
    db,
    keys(titleKeys),
    sql`coalesce((select o.id from paper o where o.title_key = k.key ${firstSeen}), (select o.id from digest_paper m
      join paper o on o.id = m.paper_id where m.own_title_key = k.key ${firstSeen}),
      (select o.id from record_key rk join record r on r.id = rk.record_id join paper o on o.id = r.paper_id
      where rk.key = 'TITLE:' || k.key ${firstSeen}))`,
  );
}

/**
 * Papers by an address, in any spelling: each the one whose arXiv identifier or DOI it is, or another one
 * that a record states; failing that the newest that calls
 * it its project page, that gives it at all, or that links to the repository there.
 */
export function papersByAddress(db: Db, addresses: readonly string[]): Promise<PaperByKey[]> {
  const asked = table(
    { key: 'text', arxiv_id: 'text', doi: 'text', identifier: 'text', url_key: 'text', repository_key: 'text' },
    addresses.map((address) => {
      const repository = parseAddress(address)?.repository;
      const identifier = writtenIdentifier(address);
      return [
        address,
        arxivIdOf(address) ?? '',
        doiOf(address) ?? '',
        identifier === null ? '' : identifierKey(identifier),
        addressKey(address),
        repository ? repositoryKey(repository) : '',
      ];
    }),
  );
  const giving = sql`(select l.paper_id from paper_link l join paper lp on lp.id = l.paper_id where l.url_key = k.url_key
    order by case l.kind when 'PROJECT_PAGE' then 0 else 1 end, lp.first_seen_key desc limit 1)`;
  const linking = sql`(select m.paper_id from repository r join paper_repository m on m.repository_id = r.id
    where r.key = k.repository_key order by m.first_seen_key desc limit 1)`;
  const own = [newestWith(sql`o.arxiv_id = k.arxiv_id`), newestWith(sql`o.doi = k.doi`)] as const;
  const stating = newestStating(sql`k.identifier`);
  return papersOf(db, asked, sql`coalesce(${own[0]}, ${own[1]}, ${stating}, ${giving}, ${linking})`);
}

function newestWith(condition: Sql): Sql {
  return sql`(select o.id from paper o where ${condition} order by o.first_seen_key desc limit 1)`;
}

/** The newest paper of which a record states this. */
function newestStating(recordKey: Sql): Sql {
  return sql`(select o.id from record_key rk join record r on r.id = rk.record_id join paper o on o.id = r.paper_id
    where rk.key = ${recordKey} order by o.first_seen_key desc limit 1)`;
}

/**
 * The papers that keys lead to, in any order.
 *
 * @param asked the keys, a table with the column `key`, here `k`
 * @param pk the primary key of the paper that `k` leads to, if any
 */
async function papersOf(db: Db, asked: Sql, pk: Sql): Promise<PaperByKey[]> {
  const rows = await run<PaperByKey>(
    db,
    // In this order on SQLite, too: each key finds its paper, and not each paper its key.
    sql`select k.key as "askedBy", ${paperColumns().sql} from ${asked} k cross join paper p where p.id = ${pk}`,
  );
  return parseJson(rows, PAPER_JSON);
}
