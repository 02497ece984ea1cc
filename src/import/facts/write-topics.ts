import sql from 'sql-template-tag';
import { type Db, run, type Scalar } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import type { PaperFacts } from './facts';

const TAG_COLUMNS = ['paper_id', 'topic_id', 'score', 'method', 'evidence'];

/** A topic that a tag stands for, and how far above the tag's own. */
interface Above {
  topicPk: number;
  depth: number;
}

/** A stored topic: itself and everything above it. */
interface StoredTopic {
  pk: number;
  above: Above[];
}

/** What puts a paper under a topic. */
interface Lift {
  viaPk: number;
  depth: number;
  score: number;
}

/**
 * Stores the tags of papers that have none, and puts each paper under the topics that it is about and everything above
 * them.
 */
export async function writeTopics(db: Db, papers: readonly PaperFacts[]): Promise<void> {
  const topics = await readTopics(db);
  const tags: Scalar[][] = [];
  const mentions: Scalar[][] = [];
  const places: (readonly [topicPk: number, ...Scalar[]])[] = [];
  for (const { paperPk, firstSeenKey, facts } of papers) {
    const lifts = new Map<number, Lift>();
    for (const { slug, score, method, evidence } of facts.topics) {
      const { pk, above } = topics.get(slug) as StoredTopic;
      tags.push([paperPk, pk, score, method, evidence]);
      for (const { topicPk, depth } of above) {
        const lift = { viaPk: pk, depth, score };
        const other = lifts.get(topicPk);
        if (other === undefined || isBetter(lift, other)) lifts.set(topicPk, lift);
      }
    }
    for (const { slug, score, method, evidence } of facts.mentions) {
      mentions.push([paperPk, (topics.get(slug) as StoredTopic).pk, score, method, evidence]);
    }
    for (const [topicPk, { viaPk, depth }] of lifts) {
      places.push([topicPk, paperPk, viaPk, depth === 0 ? 1 : 0, firstSeenKey]);
    }
  }
  await insertRows(db, 'paper_topic', TAG_COLUMNS, tags);
  await insertRows(db, 'paper_mention', TAG_COLUMNS, mentions);
  // By topic, so that neighbours in the table are written together.
  places.sort(([one], [other]) => one - other);
  await insertRows(db, 'topic_paper', ['topic_id', 'paper_id', 'via_topic_id', 'is_own', 'first_seen_key'], places);
}

/** The topic's own tag is best, then the one that scores best, the nearest, the one whose topic was stored first. */
function isBetter(one: Lift, other: Lift): boolean {
  if (one.depth === 0 || other.depth === 0) return one.depth === 0;
  if (one.score !== other.score) return one.score > other.score;
  return one.depth === other.depth ? one.viaPk < other.viaPk : one.depth < other.depth;
}

async function readTopics(db: Db): Promise<Map<string, StoredTopic>> {
  const rows = await run<Above & { slug: string; pk: number }>(
    db,
    sql`select t.slug, t.id as pk, a.ancestor_id as "topicPk", a.depth
        from topic t join topic_ancestor a on a.topic_id = t.id`,
  );
  const topics = new Map<string, StoredTopic>();
  for (const { slug, pk, topicPk, depth } of rows) {
    const known = topics.get(slug);
    if (known === undefined) topics.set(slug, { pk, above: [{ topicPk, depth }] });
    else known.above.push({ topicPk, depth });
  }
  return topics;
}
