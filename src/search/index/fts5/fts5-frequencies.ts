import sql from 'sql-template-tag';
import { type Db, ids, run } from '../../../store/sql';
import type { Phrase } from '../../query/parse-query';
import { FIELD_WEIGHTS } from '../../rank/weights';
import type { TermFrequencies } from '../search-index';
import { phraseCounter } from './count-phrases';

/** What FTS5 keeps of a document: the terms of each field with blanks around them, and how many there are. */
interface StoredTerms {
  doc: number;
  title: string;
  body: string;
  more: string;
  sizes: Buffer;
}

/** Counts in the text that FTS5 keeps: what FTS5 itself tells of a document, it tells after going through them all. */
export async function readFrequencies(
  db: Db,
  docs: readonly number[],
  phrases: readonly Phrase[],
): Promise<TermFrequencies[]> {
  const count = phraseCounter(phrases);
  const rows = await run<StoredTerms>(
    db,
    sql`select c.id as doc, ' ' || c.c0 || ' ' as title, ' ' || c.c1 || ' ' as body, ' ' || c.c2 || ' ' as more,
          s.sz as sizes
        from search_index_content c join search_index_docsize s on s.id = c.id where c.id in ${ids(docs)}`,
  );
  return rows.map(({ doc, title, body, more, sizes }) => {
    const frequencies = phrases.map(() => 0);
    count(title, FIELD_WEIGHTS.title, frequencies);
    count(body, FIELD_WEIGHTS.body, frequencies);
    count(more, FIELD_WEIGHTS.more, frequencies);
    return { doc, length: sumOfVarints(sizes), frequencies };
  });
}

/** In all but the last byte of a number the highest bit is set; the other seven are its digits. */
const CONTINUES = 0x80;

/**
 * The sum of the numbers that SQLite has written one behind the other.
 *
 * @see https://sqlite.org/fileformat2.html#varint
 */
function sumOfVarints(bytes: Uint8Array): number {
  let sum = 0;
  let number = 0;
  for (const byte of bytes) {
    number = number * CONTINUES + (byte % CONTINUES);
    if (byte >= CONTINUES) continue;
    sum += number;
    number = 0;
  }
  return sum;
}
