const PAPER =
  'p.id, p.slug, p.title, p.abstract, p.authors, p.published_on as "publishedOn", p.arxiv_id as "arxivId", p.doi, p.first_seen_on as "firstSeenOn", p.first_seen_key as "firstSeenKey"';
const TOPIC =
  't.id, t.slug, t.name, t.description, t.aliases, t.parent_id as "parentId", t.paper_count as "paperCount"';
const REPOSITORY = 'r.id, r.host, r.owner, r.name, r.paper_count as "paperCount"';

/** What is made of rows, at once where they are there. */
const then = (rows, make) => (rows instanceof Promise ? rows.then(make) : make(rows));

/** What JSON holds that PostgreSQL gives read and SQLite as text. */
const parsed = (json) => (typeof json === 'string' ? JSON.parse(json) : json);

/**
 * The hand-written SQL that Mercurius and Yoga share: prepared once, many parents in one statement.
 *
 * @param prepare as `openDatabase` gives it
 */
export function createReads(prepare) {
  const firstPapers = prepare(`select ${PAPER} from paper p order by p.first_seen_key desc limit cast(? as integer)`);
  const nextPapers = prepare(`select ${PAPER} from paper p where p.first_seen_key < ?
    order by p.first_seen_key desc limit cast(? as integer)`);
  const paper = prepare(`select ${PAPER} from paper p where p.slug = ?`);
  const topic = prepare(`select ${TOPIC} from topic t where t.slug = ?`);
  const rootTopics = prepare(`select ${TOPIC} from topic t where t.parent_id is null
    order by t.name_key, t.slug limit cast(? as integer)`);
  const papersOfTopic = prepare(`select ${PAPER} from topic_paper m join paper p on p.id = m.paper_id
    where m.topic_id = ? order by m.first_seen_key desc limit cast(? as integer)`);
  const paperCount = prepare('select paper_count as n from corpus');

  const topics = prepare(`select m.paper_id as parent, m.score, m.method, m.evidence, ${TOPIC}
    from PARENTS k join paper_topic m on m.paper_id = k.value join topic t on t.id = m.topic_id
    order by m.paper_id, m.score desc, t.slug`);
  const repositories = prepare(`select m.paper_id as parent, ${REPOSITORY}
    from PARENTS k join paper_repository m on m.paper_id = k.value join repository r on r.id = m.repository_id
    order by m.paper_id, m.position`);
  const digests = prepare(`select m.paper_id as parent, m.rank, d.slug, d.curator, d.date_label as "dateLabel",
      d.date, d.source as "fileName"
    from PARENTS k join digest_paper m on m.paper_id = k.value join digest d on d.id = m.digest_id
    order by m.paper_id, d.date_key desc`);
  const links = prepare(`select l.paper_id as parent, l.kind, l.url, l.url_as_written as "urlAsWritten", l.availability,
      l.ref, l.path, l.evidence, l.repository_id as "repositoryId"
    from PARENTS k join paper_link l on l.paper_id = k.value order by l.paper_id, l.position`);
  const children = prepare(`select t.parent_id as parent, ${TOPIC}
    from PARENTS k join topic t on t.parent_id = k.value order by t.parent_id, t.name_key, t.slug`);
  const repositoriesById = prepare(`select ${REPOSITORY} from PARENTS k join repository r on r.id = k.value`);

  /** The rows of each parent, in the order of the parents. */
  const grouped = (statement, parents, make) =>
    then(statement(parents), (rows) => {
      const groups = new Map(parents.map((parent) => [parent, []]));
      for (const row of rows) groups.get(row.parent).push(row);
      return parents.map((parent) => make(groups.get(parent)));
    });
  const first = ([row]) => row ?? null;
  const connection = (rows, toEdge) => ({ edges: rows.map(toEdge) });
  const page = (rows, first) => ({
    edges: rows.slice(0, first).map((node) => ({ node })),
    pageInfo: { hasNextPage: rows.length > first },
  });
  const withAliases = (row) => row && { ...row, aliases: parsed(row.aliases) };

  return {
    papers: (count, after) =>
      then(after == null ? firstPapers(count + 1) : nextPapers(after, count + 1), (rows) => page(rows, count)),
    paperCount: () => then(paperCount(), (rows) => first(rows).n),
    paper: (slug) => then(paper(slug), first),
    topic: (slug) => then(topic(slug), (rows) => withAliases(first(rows))),
    rootTopics: (count) => then(rootTopics(count), (rows) => connection(rows, (node) => ({ node: withAliases(node) }))),
    papersOfTopic: ({ id, paperCount: totalCount }, count) =>
      then(papersOfTopic(id, count + 1), (rows) => ({ ...page(rows, count), totalCount })),
    topicsOf: (papers) =>
      grouped(topics, papers, (rows) =>
        connection(rows, ({ score, method, evidence, ...node }) => ({
          score,
          method,
          evidence: parsed(evidence),
          node: withAliases(node),
        })),
      ),
    repositoriesOf: (papers) => grouped(repositories, papers, (rows) => connection(rows, (node) => ({ node }))),
    digestsOf: (papers) =>
      grouped(digests, papers, (rows) => connection(rows, ({ rank, ...node }) => ({ rank, node }))),
    linksOf: (papers) =>
      grouped(links, papers, (rows) => rows.map((row) => ({ ...row, evidence: parsed(row.evidence) }))),
    childrenOf: (topicIds) =>
      grouped(children, topicIds, (rows) => connection(rows, (node) => ({ node: withAliases(node) }))),
    repositories: (ids) =>
      then(repositoriesById(ids), (rows) => {
        const found = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => found.get(id) ?? null);
      }),
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
  return authors === null ? [] : parsed(authors).map((name) => ({ name }));
}
