import type { Store } from '../../src/store/store';

/** Everything stored, by public keys, in one order: equal for two stores that hold the same. */
export async function contents({ writer }: Pick<Store, 'writer'>): Promise<Record<string, unknown[]>> {
  const queries = {
    digests:
      'select slug, title, curator, date_label, date, date_source, source, sha256, date_key, paper_count from digest order by slug',
    entries: `select d.slug as digest, m.rank, m.line, p.slug, m.own_title, m.own_abstract, m.own_authors, m.own_arxiv_id from digest_paper m
      join digest d on d.id = m.digest_id join paper p on p.id = m.paper_id order by 1, 2`,
    papers:
      'select slug, title_key, title, abstract, authors, arxiv_id, doi, published_on, venue, categories, is_withdrawn, first_seen_on, first_seen_key, trending_score from paper order by slug',
    sources: 'select file, format, is_complete from source order by 1, 2',
    topics:
      'select p.slug, t.slug as topic, m.score, m.method, m.evidence from paper_topic m join paper p on p.id = m.paper_id join topic t on t.id = m.topic_id order by 1, 2',
    mentions:
      'select p.slug, t.slug as topic, m.score, m.method, m.evidence from paper_mention m join paper p on p.id = m.paper_id join topic t on t.id = m.topic_id order by 1, 2',
    lifted: `select t.slug as topic, p.slug, v.slug as via, m.is_own, m.first_seen_key from topic_paper m
      join paper p on p.id = m.paper_id join topic t on t.id = m.topic_id join topic v on v.id = m.via_topic_id order by 1, 2`,
    links: `select p.slug, l.position, l.kind, l.url, l.url_key, l.availability, r.key, l.ref, l.path, l.evidence, l.statements from paper_link l
      join paper p on p.id = l.paper_id left join repository r on r.id = l.repository_id order by 1, 2`,
    repositories: 'select key, host, owner, name, paper_count, count_key from repository order by key',
    joins: `select r.key, p.slug, m.position, m.first_seen_key from paper_repository m
      join repository r on r.id = m.repository_id join paper p on p.id = m.paper_id order by 1, 2`,
    labels:
      'select p.slug, l.label, l.first_seen_key from paper_label l join paper p on p.id = l.paper_id order by 1, 2',
    benchmarks: `select b.task_key, b.dataset_key, b.task, b.dataset, b.metrics, b.paper_count, b.result_count, b.count_key, t.slug
      from benchmark b join topic t on t.id = b.topic_id order by 1, 2`,
    results: `select b.task_key, b.dataset_key, p.slug, m.first_seen_key, m.results from benchmark_paper m
      join benchmark b on b.id = m.benchmark_id join paper p on p.id = m.paper_id order by 1, 2, 3`,
    counts: 'select slug, paper_count, own_paper_count from topic order by slug',
    terms: 'select p.slug, m.weights, m.texts from paper_terms m join paper p on p.id = m.paper_id order by 1',
    vectors: 'select p.slug, v.coverage, v.vector from paper_vector v join paper p on p.id = v.paper_id order by 1',
    termCounts: 'select key, paper_count from term order by key',
    pairs: `select t.slug as topic, o.slug as other, m.paper_count from topic_pair m
      join topic t on t.id = m.topic_id join topic o on o.id = m.other_id order by 1, 2`,
    records: `select s.file, s.format, s.is_complete, r.number, r.line, r.hash, r.said, p.slug from record r
      join source s on s.id = r.source_id join paper p on p.id = r.paper_id order by 1, 2, 4, 6, 8`,
    recordKeys: `select k.key, s.file, r.number, r.hash from record_key k join record r on r.id = k.record_id
      join source s on s.id = r.source_id order by 1, 2, 3, 4`,
    corpus: 'select paper_count, topic_count, repository_count, digest_count from corpus',
  };
  const found: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(queries)) found[name] = await writer.query(query);
  const places = await placesOfRecords({ writer });
  for (const link of found.links as { statements: string | null }[]) {
    const statements = JSON.parse(link.statements ?? '[]') as { recordPk: number; index: number }[];
    link.statements = statements.map(({ recordPk, index }) => `${places.get(recordPk)} ${index}`).join();
  }
  return found;
}

/** Where each record stands, by primary key. */
async function placesOfRecords({ writer }: Pick<Store, 'writer'>): Promise<Map<number, string>> {
  const rows: { id: number; place: string }[] = await writer.query(
    "select r.id, s.file || ':' || r.number || ' ' || r.hash as place from record r join source s on s.id = r.source_id",
  );
  return new Map(rows.map(({ id, place }) => [id, place]));
}

/** Counters, counted again from the rows that they count. */
export async function wrongCounters({ writer, engine }: Pick<Store, 'writer' | 'engine'>): Promise<unknown[]> {
  return writer.query(`
    select 'topic' as what, slug from topic t where paper_count <> (select count(*) from topic_paper x where x.topic_id = t.id)
      or own_paper_count <> (select count(*) from paper_topic x where x.topic_id = t.id)
    union all
    select 'repository', key from repository r where count_key <> -paper_count or paper_count <> (select count(*) from paper_repository x where x.repository_id = r.id)
    union all
    select 'digest', slug from digest d where paper_count <> (select count(*) from digest_paper x where x.digest_id = d.id)
    union all
    select 'term', key from term t where paper_count <> (
      select count(*) from paper_terms m cross join ${entriesOf[engine]('m.weights')} e where e.key = t.key)
    union all
    select 'label', label from paper_label l where first_seen_key <> (select p.first_seen_key from paper p where p.id = l.paper_id)
    union all
    select 'result', p.slug from benchmark_paper m join paper p on p.id = m.paper_id where m.first_seen_key <> p.first_seen_key
    union all
    select 'benchmark', task || ', ' || dataset from benchmark b where count_key <> -paper_count or paper_count = 0
      or paper_count <> (select count(*) from benchmark_paper m where m.benchmark_id = b.id)
    union all
    select 'corpus', '' from corpus where paper_count <> (select count(*) from paper)
      or repository_count <> (select count(*) from repository) or digest_count <> (select count(*) from digest)`);
}

/** What a JSON object in a column holds, as each engine says it. */
export const entriesOf = {
  sqlite: (column: string) => `json_each(${column})`,
  postgres: (column: string) => `json_each_text(${column}::json)`,
};
