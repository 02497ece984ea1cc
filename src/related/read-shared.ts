import sql from 'sql-template-tag';
import { topicsBySlug } from '../lists/topics';
import type { Topic } from '../store/entities/topic/topic';
import { letOthersRun } from '../store/reading/let-others-run';
import { type Db, dear, ids, run } from '../store/sql';
import { gainOf, type KnownTerms } from './known-terms';
import { type Pair, pairKey } from './pairs';
import { TOPIC_SIGN } from './traits';

/** Pairs gone through before others have their turn: a few milliseconds. */
const PAIRS_AT_A_TIME = 250;

/** The topics that both papers of each pair carry, those that add most to its score first. */
export async function readSharedTopics(
  db: Db,
  known: KnownTerms,
  pairs: readonly Pair[],
): Promise<Map<string, Topic[]>> {
  const shared = await readShared(db, known, pairs, (key) => key.startsWith(TOPIC_SIGN));
  const slugs = new Set([...shared.values()].flat().map((key) => key.slice(TOPIC_SIGN.length)));
  const topics = slugs.size === 0 ? [] : await topicsBySlug(db, [...slugs]);
  const topicOf = new Map(topics.map((topic) => [`${TOPIC_SIGN}${topic.slug}`, topic]));
  return new Map([...shared].map(([pair, keys]) => [pair, keys.flatMap((key) => topicOf.get(key) ?? [])]));
}

/**
 * The words and phrases that both papers of each pair use, as the first prints them, those that add most to its score
 * first. Words that stand in a shared phrase are left to the phrase.
 */
export async function readSharedTerms(
  db: Db,
  known: KnownTerms,
  pairs: readonly Pair[],
): Promise<Map<string, string[]>> {
  const shared = await readShared(db, known, pairs, (key) => !key.startsWith(TOPIC_SIGN));
  const printed = await readTexts(db, [...new Set(pairs.map(([paper]) => paper))]);
  return new Map(
    pairs.map((pair) => {
      const texts = printed.get(pair[0]) ?? {};
      const keys = (shared.get(pairKey(pair)) ?? []).filter((key) => Object.hasOwn(texts, key));
      return [pairKey(pair), withoutParts(keys).map((key) => texts[key] as string)];
    }),
  );
}

/** The keys of the terms that the papers of each pair share, of one kind, those that add most to the score first. */
async function readShared(
  db: Db,
  known: KnownTerms,
  pairs: readonly Pair[],
  isWanted: (key: string) => boolean,
): Promise<Map<string, string[]>> {
  const shared = new Map<string, string[]>();
  for (let start = 0; start < pairs.length; start += PAIRS_AT_A_TIME) {
    if (start > 0) await letOthersRun(db);
    const part = pairs.slice(start, start + PAIRS_AT_A_TIME);
    await known.readWeights(part.flat());
    await known.readRarities(part.map(([paper]) => paper));
    for (const [paper, other] of part) {
      const others = known.weightsOf(other);
      const gains: [key: string, gain: number][] = [];
      for (const [key, own] of known.weightsOf(paper)) {
        const weight = others.get(key);
        if (weight !== undefined && isWanted(key)) gains.push([key, gainOf(known.rarityOf(key), own, weight)]);
      }
      gains.sort(([one, gain], [two, otherGain]) => otherGain - gain || (one < two ? -1 : 1));
      shared.set(
        pairKey([paper, other]),
        gains.map(([key]) => key),
      );
    }
  }
  return shared;
}

/** How papers print their terms, by key. */
export async function readTexts(db: Db, papers: readonly number[]): Promise<Map<number, Record<string, string>>> {
  const rows = await run<{ paperPk: number; texts: string }>(
    dear(db),
    sql`select paper_id as "paperPk", texts from paper_terms where paper_id in ${ids(papers)}`,
  );
  return new Map(rows.map(({ paperPk, texts }) => [paperPk, JSON.parse(texts)]));
}

function withoutParts(keys: readonly string[]): string[] {
  const inPhrases = new Set(keys.flatMap((key) => (key.includes(' ') ? key.split(' ') : [])));
  return keys.filter((key) => !inPhrases.has(key));
}
