import sql from 'sql-template-tag';
import { addressKey } from '../../extract/links/address/address-key';
import { parseAddress } from '../../extract/links/address/parse-address';
import type { RecordLink, Stated } from '../../parse/records/record';
import type { RecordFormat } from '../../parse/records/tell-format';
import type { StoredLinkStatement } from '../../store/entities/paper/paper-link';
import { type Db, ids, run } from '../../store/sql';
import { precedenceOf } from '../papers/precedence';
import type { LinkFact } from './facts';

/** A link that a record states, and which one it is. */
export interface StatedLink extends StoredLinkStatement {
  link: RecordLink;
}

/** Where a paper can be read is no link of it to something else. */
const OWN_PAGES: ReadonlySet<RecordLink['role']> = new Set(['LANDING', 'PDF']);

/** The links that records state of papers, those of records whose word counts first before others. */
export async function readStatedLinks(db: Db, papers: readonly number[]): Promise<Map<number, StatedLink[]>> {
  const rows = await run<{ pk: number; paperPk: number; format: RecordFormat; said: string }>(
    db,
    // Two sources may say the very same.
    sql`select r.id as pk, r.paper_id as "paperPk", s.format, r.said from record r join source s on s.id = r.source_id
        where r.paper_id in ${ids(papers)} order by r.hash, s.file, r.number`,
  );
  const inOrder = rows.sort((one, other) => precedenceOf(one.format) - precedenceOf(other.format));
  const found = new Map<number, StatedLink[]>();
  for (const { pk, paperPk, said } of inOrder) {
    const { links } = JSON.parse(said) as { links: Stated<RecordLink>[] };
    const stated = links.flatMap(({ value }, index) =>
      OWN_PAGES.has(value.role) ? [] : [{ recordPk: pk, index, link: value }],
    );
    if (stated.length > 0) found.set(paperPk, [...(found.get(paperPk) ?? []), ...stated]);
  }
  return found;
}

/**
 * The links of a text, each with the records that state it too; behind them, in the order given, those that are only stated. What
 * is no address, a placeholder or another paper's is left out.
 */
export function withStatedLinks(links: readonly LinkFact[], stated: readonly StatedLink[]): LinkFact[] {
  const all = links.map((link) => ({ ...link }));
  for (const { link, recordPk, index } of stated) {
    const address = parseAddress(link.url);
    if (address === null || address.kind === 'PAPER') continue;
    const urlKey = addressKey(address.url);
    const statement = { recordPk, index };
    const known = all.find((other) => other.urlKey === urlKey);
    if (known) known.statements = [...(known.statements ?? []), statement];
    else {
      all.push({
        ...address,
        kind: address.kind === 'WEBSITE' && link.role === 'PROJECT' ? 'PROJECT_PAGE' : address.kind,
        urlAsWritten: link.url,
        availability: 'AVAILABLE',
        evidence: 'null',
        urlKey,
        statements: [statement],
      });
    }
  }
  return all;
}
