import sql, { type Sql } from 'sql-template-tag';
import { Topic } from '../entities/topic';
import { columnsOf, type Db, float, parseJson, run } from '../sql';
import { type Pair, pairKey, pairsTable } from './pairs';
import { weightIn } from './strength';
import { TOPIC_SIGN } from './write-terms';

interface SharedTerm {
  paperPk: number;
  otherPk: number;
  key: string;
  text: string;
}

/** The topics that both papers of each pair carry, those that add most to its score first. */
export async function readSharedTopics(db: Db, pairs: readonly Pair[]): Promise<Map<string, Topic[]>> {
  const rows = parseJson(
    await run<Topic & { paperPk: number; otherPk: number }>(
      db,
      sql`select pair.paper_id as "paperPk", pair.other_id as "otherPk", ${columnsOf(Topic, 't')}
          from ${pairsTable(pairs)} pair ${shared()} join topic t on ${TOPIC_SIGN} || t.slug = term.key
          where a.text is null order by ${gain()} desc, t.slug`,
    ),
    ['aliases'],
  );
  return byPair(pairs, rows);
}

/**
 * The words and phrases that both papers of each pair use, as the first prints them, those that add most to its score
 * first. Words that stand in a shared phrase are left to the phrase.
 */
export async function readSharedTerms(db: Db, pairs: readonly Pair[]): Promise<Map<string, string[]>> {
  const rows = await run<SharedTerm>(
    db,
    sql`select pair.paper_id as "paperPk", pair.other_id as "otherPk", term.key, a.text
        from ${pairsTable(pairs)} pair ${shared()}
        where a.text is not null order by ${gain()} desc, term.key`,
  );
  return new Map([...byPair(pairs, rows)].map(([pair, terms]) => [pair, withoutParts(terms)]));
}

/** The terms that the papers of a pair share. */
function shared(): Sql {
  return sql`join paper_term a on a.paper_id = pair.paper_id
    join paper_term b on b.paper_id = pair.other_id and b.term_id = a.term_id
    join term on term.id = a.term_id`;
}

/** What a shared term adds to the score, as in read-related.ts. */
function gain(): Sql {
  const [one, other] = [weightIn(sql`a.strength`), weightIn(sql`b.strength`)];
  return sql`case when ${one} < ${other} then ${one} else ${other} end
    * ln(1 + ${float(sql`(select paper_count from corpus)`)} / term.paper_count)`;
}

function byPair<Row extends { paperPk: number; otherPk: number }>(
  pairs: readonly Pair[],
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>(pairs.map((pair) => [pairKey(pair), []]));
  for (const row of rows) found.get(pairKey([row.paperPk, row.otherPk]))?.push(row);
  return found;
}

function withoutParts(terms: readonly SharedTerm[]): string[] {
  const inPhrases = new Set(terms.flatMap(({ key }) => (key.includes(' ') ? key.split(' ') : [])));
  return terms.flatMap(({ key, text }) => (inPhrases.has(key) ? [] : [text]));
}
