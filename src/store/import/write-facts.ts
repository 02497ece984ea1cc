import sql from 'sql-template-tag';
import { addressKey } from '../../extract/address-key';
import { removeTerms, writeTerms } from '../related/write-terms';
import { type Db, ids, keys, run, type Scalar } from '../sql';
import { countRows } from './corpus';
import type { Facts } from './facts';
import { insertRows } from './insert-rows';
import { repositoryKey } from './repository-key';

/** A paper whose facts are to be stored. */
export interface PaperFacts {
  paperPk: number;
  firstSeenKey: string;
  facts: Facts;
}

/** Stores what was read out of the texts of papers of which nothing is stored. Counters but those of terms are the caller's. */
export async function writeFacts(db: Db, papers: readonly PaperFacts[]): Promise<void> {
  await writeTopics(db, papers);
  await writeLinks(db, papers);
  await writeTerms(db, papers);
}

/** Removes everything that was read out of the papers' texts. Counters but those of terms are the caller's. */
export async function removeFacts(db: Db, papers: readonly number[]): Promise<void> {
  if (papers.length === 0) return;
  await removeTerms(db, papers);
  await run(db, sql`delete from topic_paper where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_topic where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_repository where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_link where paper_id in ${ids(papers)}`);
}

async function writeTopics(db: Db, papers: readonly PaperFacts[]): Promise<void> {
  const topics = await run<{ pk: number; slug: string }>(db, sql`select id as pk, slug from topic`);
  const pkOf = new Map(topics.map(({ pk, slug }) => [slug, pk]));
  const rows = papers.flatMap(({ paperPk, facts }) =>
    facts.topics.map((tag) => [
      paperPk,
      pkOf.get(tag.slug) ?? null,
      tag.score,
      tag.method,
      JSON.stringify(tag.evidence),
    ]),
  );
  await insertRows(db, 'paper_topic', ['paper_id', 'topic_id', 'score', 'method', 'evidence'], rows);
  await liftTopics(
    db,
    papers.map(({ paperPk }) => paperPk),
  );
}

/** Puts each paper under its topics and everything above them, by the best of the tags that lead there. */
async function liftTopics(db: Db, papers: readonly number[]): Promise<void> {
  await run(
    db,
    sql`insert into topic_paper (topic_id, paper_id, via_topic_id, is_own, first_seen_key)
        select ancestor_id, paper_id, topic_id, case when depth = 0 then 1 else 0 end, first_seen_key from (
          select a.ancestor_id, m.paper_id, m.topic_id, a.depth, p.first_seen_key,
            row_number() over (
              partition by a.ancestor_id, m.paper_id
              order by case when a.depth = 0 then 0 else 1 end, m.score desc, a.depth, m.topic_id
            ) as place
          from paper_topic m join topic_ancestor a on a.topic_id = m.topic_id join paper p on p.id = m.paper_id
          where m.paper_id in ${ids(papers)}
        ) lifted where place = 1`,
  );
}

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
];

async function writeLinks(db: Db, papers: readonly PaperFacts[]): Promise<void> {
  const pkOf = await findOrAddRepositories(db, papers);
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
        addressKey(link.url),
        link.urlAsWritten,
        link.availability,
        repositoryPk,
        link.repository?.owner ?? null,
        link.repository?.name ?? null,
        link.ref,
        link.path,
        JSON.stringify(link.evidence),
      ]);
      if (repositoryPk !== null && !joined.has(repositoryPk)) {
        joined.add(repositoryPk);
        joins.push([repositoryPk, paperPk, position, firstSeenKey]);
      }
    });
  }
  await insertRows(db, 'paper_link', LINK_COLUMNS, links);
  await insertRows(db, 'paper_repository', ['repository_id', 'paper_id', 'position', 'first_seen_key'], joins);
}

async function findOrAddRepositories(db: Db, papers: readonly PaperFacts[]): Promise<Map<string, number>> {
  const linked = papers.flatMap(({ facts }) =>
    facts.links.flatMap(({ repository }) => (repository ? [repository] : [])),
  );
  const names = new Map(linked.map((name) => [repositoryKey(name), name]));
  const pkOf = await findRepositories(db, [...names.keys()]);
  const added = [...names].filter(([key]) => !pkOf.has(key));
  if (added.length === 0) return pkOf;
  const rows = added.map(([key, { host, owner, name }]) => [key, host, owner, name]);
  await insertRows(db, 'repository', ['key', 'host', 'owner', 'name'], rows);
  await countRows(db, 'repository', added.length);
  return new Map([
    ...pkOf,
    ...(await findRepositories(
      db,
      added.map(([key]) => key),
    )),
  ]);
}

async function findRepositories(db: Db, repositoryKeys: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ pk: number; key: string }>(
    db,
    sql`select id as pk, key from repository where key in ${keys(repositoryKeys)}`,
  );
  return new Map(rows.map(({ pk, key }) => [key, pk]));
}
