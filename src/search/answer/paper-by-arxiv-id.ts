import { addressKey } from '../../extract/links/address/address-key';
import { papersByArxivId } from '../../lists/look-up/paper-keys';
import { paperByUrl, papersByPk } from '../../lists/papers';
import type { Paper } from '../../store/entities/paper/paper';
import { type Db, run } from '../../store/sql';
import { rangeOf } from '../documents';
import { searchIndexOf } from '../index/search-index-of';
import type { Phrase } from '../query/parse-query';
import { tokenize } from '../text/tokenize';

/** Versions under which an identifier is looked for in texts. */
const MOST_VERSIONS = 9;

/** Papers with these numbers side by side that are looked at, the latest: nearly always there is one. */
const MOST_LOOKED_AT = 20;

/**
 * The paper that an arXiv identifier leads to: the one that has it, or of which a record states it, or the newest one with an address of it, or the newest one
 * whose text names it (`arXiv:2503.12345v2`); null when there is none.
 *
 * @param id as `arxivIdOf` of the extract stage gives it
 */
export async function paperByArxivId(db: Db, id: string): Promise<Paper | null> {
  const [own] = await papersByArxivId(db, [id]);
  if (own) return own;
  return (await paperByUrl(db, addressKey(`arxiv:${id}`))) ?? (await paperThatNames(db, id));
}

async function paperThatNames(db: Db, id: string): Promise<Paper | null> {
  const spellings = [id, ...Array.from({ length: MOST_VERSIONS }, (_, index) => `${id}v${index + 1}`)];
  const phrases = spellings.map((text): Phrase => tokenize(text).map(({ term }) => term));
  const match = { field: 'any', groups: [phrases], excluded: [] } as const;
  const rows = await run<{ doc: number }>(
    db,
    searchIndexOf(db).latestDocs(match, rangeOf('PAPER'), MOST_LOOKED_AT, true),
  );
  const papers = await papersByPk(
    db,
    rows.map(({ doc }) => doc),
  );
  const named = new RegExp(`arxiv\\D{0,20}${id.replace('.', '\\.')}(?!\\d)`, 'i');
  const [newest] = papers
    .filter(({ title, abstract }) => named.test(`${title}\n${abstract ?? ''}`))
    .sort((one, other) => (one.firstSeenKey < other.firstSeenKey ? 1 : -1));
  return newest ?? null;
}
