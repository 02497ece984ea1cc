import { createServer } from 'node:http';
import { Database } from './sqlite-driver.mjs';

const db = new Database(process.env.DATABASE, { readonly: true });

/** A list of rows; `as` names a row, for lists inside it. */
const list = (item, rows, as = 'row') => `(select json_group_array(${item}) from (${rows}) as ${as})`;
const edges = (item, rows, as) => `json_object('edges', ${list(item, rows, as)})`;

const topicsOf = (paper, node) =>
  edges(
    `json_object('score', score, 'method', method, 'evidence', json(evidence), 'node', ${node})`,
    `select m.score, m.method, m.evidence, t.slug, t.name, t.description, t.aliases
     from paper_topic m join topic t on t.id = m.topic_id where m.paper_id = ${paper} order by m.score desc, t.slug`,
  );
const repositoriesOf = (paper, node) =>
  edges(
    `json_object('node', ${node})`,
    `select r.host, r.owner, r.name, r.paper_count from paper_repository m join repository r on r.id = m.repository_id
     where m.paper_id = ${paper} order by m.position`,
  );
const address = `'nameWithOwner', owner || '/' || name, 'url', 'https://' || host || '/' || owner || '/' || name`;
const repository = `json_object('host', host, 'owner', owner, 'name', name, ${address})`;

/** A page of 20 papers out of a statement that gives 21. */
const page = (node, papers) => `with found as materialized (${papers})
  select json_object(
    'edges', ${list(`json_object('node', ${node})`, 'select * from found order by first_seen_key desc limit 20', 'listed')},
    'pageInfo', json_object('hasNextPage', json(case when (select count(*) from found) > 20 then 'true' else 'false' end)))`;

const pageOfPapers = (where) =>
  page(
    `json_object('slug', slug, 'title', title, 'abstract', abstract, 'firstSeenOn', first_seen_on,
      'topics', ${topicsOf('listed.id', `json_object('slug', slug, 'name', name)`)},
      'repositories', ${repositoriesOf('listed.id', repository)})`,
    `select id, slug, title, abstract, first_seen_on, first_seen_key from paper ${where}
     order by first_seen_key desc limit 21`,
  );

const wholePaper = `select json_object('slug', p.slug, 'title', p.title, 'abstract', p.abstract, 'authors',
    (select json_group_array(json_object('name', a.value)) from json_each(p.authors) a),
    'publishedOn', p.published_on, 'arxivId', p.arxiv_id, 'doi', p.doi, 'firstSeenOn', p.first_seen_on,
    'digests', ${edges(
      `json_object('rank', rank, 'node', json_object('slug', slug, 'curator', curator,
        'dateLabel', date_label, 'date', date, 'fileName', source))`,
      `select m.rank, d.slug, d.curator, d.date_label, d.date, d.source from digest_paper m
       join digest d on d.id = m.digest_id where m.paper_id = p.id order by d.date_key desc`,
    )},
    'topics', ${topicsOf('p.id', `json_object('slug', slug, 'name', name, 'description', description, 'aliases', json(aliases))`)},
    'links', ${list(
      `json_object('kind', kind, 'url', url, 'urlAsWritten', url_as_written, 'availability', availability, 'ref', ref,
        'path', path, 'evidence', json(evidence),
        'repository', case when owner is null then null else json_object(${address}) end)`,
      `select l.*, r.host, r.owner, r.name from paper_link l left join repository r on r.id = l.repository_id
       where l.paper_id = p.id order by l.position`,
    )},
    'repositories', ${repositoriesOf('p.id', `json_object('host', host, 'owner', owner, 'name', name, 'paperCount', paper_count, ${address})`)})
  from paper p where p.slug = ?`;

const topicPapers = `select json_object('slug', t.slug, 'name', t.name, 'papers', (${page(
  `json_object('slug', slug, 'title', title, 'firstSeenOn', first_seen_on,
    'repositories', ${repositoriesOf('listed.id', `json_object(${address})`)})`,
  `select p.id, p.slug, p.title, p.first_seen_on, m.first_seen_key from topic_paper m join paper p on p.id = m.paper_id
   where m.topic_id = t.id order by m.first_seen_key desc limit 21`,
)})) from topic t where t.slug = ?`;

const topicFields = `'slug', slug, 'name', name, 'paperCount', paper_count`;
const tree = `select ${edges(
  `json_object('node', json_object(${topicFields}, 'children', ${edges(
    `json_object('node', json_object(${topicFields}))`,
    'select c.* from topic c where c.parent_id = root.id order by c.name_key, c.slug',
  )}))`,
  'select * from topic where parent_id is null order by name_key, slug limit 100',
  'root',
)}`;

/** Answers with one field, from one statement that binds one variable or none. */
const answer = (field, sql, variable) => {
  const statement = db.prepare(sql).pluck();
  return (variables) => `{"data":{"${field}":${variable ? statement.get(variables[variable]) : statement.get()}}}`;
};

const byName = {
  page: answer('papers', pageOfPapers('')),
  'page-deep': answer('papers', pageOfPapers('where first_seen_key < ?'), 'after'),
  paper: answer('paper', wholePaper, 'slug'),
  topic: answer('topic', topicPapers, 'slug'),
  tree: answer('topics', tree),
  count: answer('papers', `select json_object('totalCount', paper_count) from corpus`),
  'topic-count': answer(
    'topic',
    `select json_object('papers', json_object('totalCount', paper_count)) from topic where slug = ?`,
    'slug',
  ),
};

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const body = byName[query](variables);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
