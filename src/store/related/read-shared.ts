import sql, { raw, type Sql } from 'sql-template-tag';
import { Topic } from '../entities/topic';
import { columnsOf, type Db, float, parseJson, run } from '../sql';
import { jsonEntries } from './json-entries';
import { weightIn } from './level-columns';
import { type Pair, pairKey, pairsTable } from './pairs';
import { TOPIC_SIGN } from './traits';

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
      sql`select s.paper_id as "paperPk", s.other_id as "otherPk", ${columnsOf(Topic, 't')}
          from (${shared(db, pairs)}) s join topic t on ${TOPIC_SIGN} || t.slug = s.key
          order by s.gain desc, t.slug`,
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
    sql`select s.paper_id as "paperPk", s.other_id as "otherPk", s.key, printed.value as text
        from (${shared(db, pairs)}) s join paper_terms m on m.paper_id = s.paper_id
          join ${jsonEntries(db, sql`m.texts`)} printed on printed.key = s.key
        order by s.gain desc, s.key`,
  );
  return new Map([...byPair(pairs, rows)].map(([pair, terms]) => [pair, withoutParts(terms)]));
}

/** The terms that the papers of a pair share, and what each adds to the score, as in read-related.ts. */
function shared(db: Db, pairs: readonly Pair[]): Sql {
  const papers = (column: 'paper_id' | 'other_id') => sql`
    select m.paper_id, e.key, ${weightIn(sql`e.value`)} as weight
    from paper_terms m cross join ${jsonEntries(db, sql`m.weights`)} e
    where m.paper_id in (select ${raw(column)} from ${pairsTable(pairs)} pair)`;
  return sql`with own as materialized (${papers('paper_id')}), others as materialized (${papers('other_id')})
    select pair.paper_id, pair.other_id, own.key,
      case when own.weight < others.weight then own.weight else others.weight end
        * ln(1 + ${float(sql`(select paper_count from corpus)`)} / term.paper_count) as gain
    from ${pairsTable(pairs)} pair join own on own.paper_id = pair.paper_id
      join others on others.paper_id = pair.other_id and others.key = own.key
      join term on term.key = own.key`;
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
