import sql from 'sql-template-tag';
import { repositoryKey } from '../../extract/links/repository-key';
import { type Db, ids, keys, run, type Scalar } from '../../store/sql';
import { countRows } from '../../store/write/corpus';
import { insertRows } from '../../store/write/insert-rows';
import type { LinkFact } from './facts';
import { readStatedLinks, withStatedLinks } from './stated-links';

const LINK_COLUMNS = [
  'paper_id',
  'position',
  'kind',
  'url',
  'url_key',
  'url_as_written',
  'availability',
  'repository_id',
  'spelled_owner',
  'spelled_name',
  'ref',
  'path',
  'evidence',
  'statements',
];

/** A paper and the links in its text. */
export interface PaperLinks {
  paperPk: number;
  firstSeenKey: string;
  facts: { links: readonly LinkFact[] };
}

/**
 * Stores the links in the texts of papers of which none is stored, with those that records state of them. Counters are the
 * caller's.
 *
 * @returns repositories that were not there
 */
export async function writeLinks(db: Db, inTexts: readonly PaperLinks[]): Promise<number[]> {
  const papers = await addStated(db, inTexts);
  const { pkOf, added } = await findOrAddRepositories(db, papers);
  const links: Scalar[][] = [];
  const joins: Scalar[][] = [];
  for (const { paperPk, firstSeenKey, facts } of papers) {
    const joined = new Set<number>();
    facts.links.forEach((link, position) => {
      const repositoryPk = (link.repository && pkOf.get(repositoryKey(link.repository))) ?? null;
      links.push([
        paperPk,
        position,
        link.kind,
        link.url,
        link.urlKey,
        link.urlAsWritten,
        link.availability,
        repositoryPk,
        link.repository?.owner ?? null,
        link.repository?.name ?? null,
        link.ref,
        link.path,
        link.evidence,
        link.statements && JSON.stringify(link.statements),
      ]);
      if (repositoryPk !== null && !joined.has(repositoryPk)) {
        joined.add(repositoryPk);
        joins.push([repositoryPk, paperPk, position, firstSeenKey]);
      }
    });
  }
  await insertRows(db, 'paper_link', LINK_COLUMNS, links);
  await insertRows(db, 'paper_repository', ['repository_id', 'paper_id', 'position', 'first_seen_key'], joins);
  return added;
}

/** Removes all links of papers. Counters are the caller's. */
export async function removeLinks(db: Db, papers: readonly number[]): Promise<void> {
  await run(db, sql`delete from paper_repository where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_link where paper_id in ${ids(papers)}`);
}

async function addStated(db: Db, papers: readonly PaperLinks[]): Promise<readonly PaperLinks[]> {
  const stated = await readStatedLinks(
    db,
    papers.map(({ paperPk }) => paperPk),
  );
  return papers.map((paper) => {
    const ofPaper = stated.get(paper.paperPk);
    return ofPaper ? { ...paper, facts: { links: withStatedLinks(paper.facts.links, ofPaper) } } : paper;
  });
}

async function findOrAddRepositories(
  db: Db,
  papers: readonly PaperLinks[],
): Promise<{ pkOf: ReadonlyMap<string, number>; added: number[] }> {
  const linked = papers.flatMap(({ facts }) =>
    facts.links.flatMap(({ repository }) => (repository ? [repository] : [])),
  );
  const names = new Map(linked.map((name) => [repositoryKey(name), name]));
  const known = await findRepositories(db, [...names.keys()]);
  const unknown = [...names].filter(([key]) => !known.has(key));
  if (unknown.length === 0) return { pkOf: known, added: [] };
  const rows = unknown.map(([key, { host, owner, name }]) => [key, host, owner, name]);
  await insertRows(db, 'repository', ['key', 'host', 'owner', 'name'], rows);
  await countRows(db, 'repository', unknown.length);
  const added = await findRepositories(
    db,
    unknown.map(([key]) => key),
  );
  return { pkOf: new Map([...known, ...added]), added: [...added.values()] };
}

async function findRepositories(db: Db, repositoryKeys: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ pk: number; key: string }>(
    db,
    sql`select id as pk, key from repository where key in ${keys(repositoryKeys)}`,
  );
  return new Map(rows.map(({ pk, key }) => [key, pk]));
}
