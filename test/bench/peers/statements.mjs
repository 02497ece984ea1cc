import { Database } from './sqlite-driver.mjs';

const PAPER =
  'p.id, p.slug, p.title, p.abstract, p.authors, p.published_on as publishedOn, p.arxiv_id as arxivId, p.doi, p.first_seen_on as firstSeenOn, p.first_seen_key as firstSeenKey';
const TOPIC = 't.id, t.slug, t.name, t.description, t.aliases, t.parent_id as parentId, t.paper_count as paperCount';
const REPOSITORY = 'r.id, r.host, r.owner, r.name, r.paper_count as paperCount';

/**
 * The hand-written SQL that Mercurius and Yoga share: prepared once, many parents in one statement. The driver is the one
 * that Offprint has, found in the packages of the repository above.
 */
export function createReads(file) {
  const db = new Database(file, { readonly: true });
  const prepare = (sql) => db.prepare(sql);

  const firstPapers = prepare(`select ${PAPER} from paper p order by p.first_seen_key desc limit cast(? as integer)`);
  const nextPapers = prepare(`select ${PAPER} from paper p where p.first_seen_key < ?
    order by p.first_seen_key desc limit cast(? as integer)`);
  const paper = prepare(`select ${PAPER} from paper p where p.slug = ?`);
  const topic = prepare(`select ${TOPIC} from topic t where t.slug = ?`);
  const rootTopics = prepare(`select ${TOPIC} from topic t where t.parent_id is null
    order by t.name_key, t.slug limit cast(? as integer)`);
  const papersOfTopic = prepare(`select ${PAPER} from topic_paper m join paper p on p.id = m.paper_id
    where m.topic_id = ? order by m.first_seen_key desc limit cast(? as integer)`);
  const paperCount = prepare('select paper_count as n from corpus').pluck();

  const topics = prepare(`select m.paper_id as parent, m.score, m.method, m.evidence, ${TOPIC}
    from json_each(?) k join paper_topic m on m.paper_id = k.value join topic t on t.id = m.topic_id
    order by m.paper_id, m.score desc, t.slug`);
  const repositories = prepare(`select m.paper_id as parent, ${REPOSITORY}
    from json_each(?) k join paper_repository m on m.paper_id = k.value join repository r on r.id = m.repository_id
    order by m.paper_id, m.position`);
  const digests = prepare(`select m.paper_id as parent, m.rank, d.slug, d.curator, d.date_label as dateLabel,
      d.date, d.source as fileName
    from json_each(?) k join digest_paper m on m.paper_id = k.value join digest d on d.id = m.digest_id
    order by m.paper_id, d.date_key desc`);
  const links = prepare(`select l.paper_id as parent, l.kind, l.url, l.url_as_written as urlAsWritten, l.availability,
      l.ref, l.path, l.evidence, l.repository_id as repositoryId
    from json_each(?) k join paper_link l on l.paper_id = k.value order by l.paper_id, l.position`);
  const children = prepare(`select t.parent_id as parent, ${TOPIC}
    from json_each(?) k join topic t on t.parent_id = k.value order by t.parent_id, t.name_key, t.slug`);
  const repositoriesById = prepare(`select ${REPOSITORY} from json_each(?) k join repository r on r.id = k.value`);

  /** The rows of each parent, in the order of the parents. */
  const grouped = (statement, parents) => {
    const groups = new Map(parents.map((parent) => [parent, []]));
    for (const row of statement.all(JSON.stringify(parents))) groups.get(row.parent).push(row);
    return parents.map((parent) => groups.get(parent));
  };
  const connection = (rows, toEdge) => ({ edges: rows.map(toEdge) });
  const page = (rows, first) => ({
    edges: rows.slice(0, first).map((node) => ({ node })),
    pageInfo: { hasNextPage: rows.length > first },
  });
  const withAliases = (row) => row && { ...row, aliases: JSON.parse(row.aliases) };

  return {
    papers: (first, after) =>
      page(after == null ? firstPapers.all(first + 1) : nextPapers.all(after, first + 1), first),
    paperCount: () => paperCount.get(),
    paper: (slug) => paper.get(slug) ?? null,
    topic: (slug) => withAliases(topic.get(slug)) ?? null,
    rootTopics: (first) => connection(rootTopics.all(first), (node) => ({ node: withAliases(node) })),
    papersOfTopic: ({ id, paperCount: totalCount }, first) => ({
      ...page(papersOfTopic.all(id, first + 1), first),
      totalCount,
    }),
    topicsOf: (papers) =>
      grouped(topics, papers).map((rows) =>
        connection(rows, ({ score, method, evidence, ...node }) => ({
          score,
          method,
          evidence: JSON.parse(evidence),
          node: withAliases(node),
        })),
      ),
    repositoriesOf: (papers) => grouped(repositories, papers).map((rows) => connection(rows, (node) => ({ node }))),
    digestsOf: (papers) =>
      grouped(digests, papers).map((rows) => connection(rows, ({ rank, ...node }) => ({ rank, node }))),
    linksOf: (papers) =>
      grouped(links, papers).map((rows) => rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) }))),
    childrenOf: (topicIds) =>
      grouped(children, topicIds).map((rows) => connection(rows, (node) => ({ node: withAliases(node) }))),
    repositories: (ids) => {
      const found = new Map(repositoriesById.all(JSON.stringify(ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  };
}

export function nameWithOwner({ owner, name }) {
  return `${owner}/${name}`;
}

export function repositoryUrl({ host, owner, name }) {
  return `https://${host}/${owner}/${name}`;
}

/** Stored as the JSON text of their names, or null. */
export function authorsOf({ authors }) {
  return authors === null ? [] : JSON.parse(authors).map((name) => ({ name }));
}
