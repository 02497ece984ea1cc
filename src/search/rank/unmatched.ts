import type { Db } from '../../store/sql';
import type { Collection } from '../index/collection';
import type { DocFrequency } from '../index/document-frequency';
import type { Match } from '../index/search-index';
import type { Phrase, Required } from '../query/parse-query';
import { BOUNDS } from './top-k/bounds';
import { postingsRead } from './top-k/postings-cost';
import { EVERYWHERE, PostingsWalk } from './top-k/postings-walk';

/** What is required and stands in no text at all, as it is written: a search that kept to it would find nothing. */
export async function unmatchedOf(
  db: Db,
  required: readonly Required[],
  docFrequency: DocFrequency,
  collection: Collection,
): Promise<ReadonlySet<string>> {
  const unmatched = new Set<string>();
  for (const { text, phrases } of required) {
    const held = phrases.filter((phrase) => docFrequency(phrase) > 0);
    const isWord = held.some((phrase) => phrase.length === 1);
    if (!isWord && !(await isFound(db, held, docFrequency, collection))) unmatched.add(text);
  }
  return unmatched;
}

/** Looks for the latest text with one of the phrases, some at a time, so that others have their turn. */
async function isFound(
  db: Db,
  phrases: readonly Phrase[],
  docFrequency: DocFrequency,
  { entries: all }: Collection,
): Promise<boolean> {
  if (phrases.length === 0) return false;
  const match: Match = { field: 'any', groups: [phrases], excluded: [] };
  const walk = new PostingsWalk(db, all, { docs: 1, entries: BOUNDS.postingsAtOnce });
  const entries = postingsRead(match, docFrequency);
  let isFound = false;
  await walk.walk(
    match,
    EVERYWHERE,
    { entries, isRare: true, most: entries },
    async (docs) => {
      isFound ||= docs.length > 0;
      return !isFound;
    },
    () => false,
  );
  return isFound;
}
