import type { PaperText } from '../../extract/text/field';
import { type IndexedText, withAuthors } from '../../search/index/upkeep/index-text';
import { refreshIndex } from '../../search/index/upkeep/refresh-index';
import type { StoredAuthor } from '../../store/entities/paper/paper';
import type { Db } from '../../store/sql';
import { countIn } from './counters';
import type { FactReader, PaperFacts } from './facts';
import { writeFacts } from './write-facts';

/** A stored paper whose text is to be read. */
export interface UnreadPaper {
  paperPk: number;
  is: PaperText & Pick<PaperFacts, 'firstSeenKey'> & { authors: StoredAuthor[] | null };
}

/** Texts whose facts are held at a time, in characters and in papers: bounds memory. Most digests are less. */
const MOST_TEXT = 2_000_000;
const MOST_PAPERS = 1_000;

/**
 * Reads facts out of papers of which nothing is stored, stores and counts them, part by part.
 *
 * @returns repositories that were not there, and what is still to be put into the search index: the words of the last
 *   part, for which there are others to go with
 */
export async function readPapers(
  db: Db,
  papers: readonly UnreadPaper[],
  reader: FactReader,
): Promise<{ newRepositories: number[]; words: Map<number, IndexedText> }> {
  const newRepositories: number[] = [];
  let words = new Map<number, IndexedText>();
  for (const part of inParts(papers)) {
    if (words.size > 0) await refreshIndex(db, { papers: words, repositories: [] });
    const read = part.map(({ paperPk, is }) => ({ paperPk, firstSeenKey: is.firstSeenKey, facts: reader.read(is) }));
    for (const pk of await writeFacts(db, read)) newRepositories.push(pk);
    await countIn(
      db,
      read.map(({ paperPk }) => paperPk),
    );
    words = new Map(
      part.map(({ paperPk, is }, index) => [
        paperPk,
        withAuthors((read[index] as PaperFacts).facts.words, namesOf(is)),
      ]),
    );
  }
  return { newRepositories, words };
}

function namesOf({ authors }: UnreadPaper['is']): string[] {
  return (authors ?? []).map(({ name }) => name);
}

function* inParts(papers: readonly UnreadPaper[]): Generator<UnreadPaper[]> {
  let part: UnreadPaper[] = [];
  let length = 0;
  for (const paper of papers) {
    part.push(paper);
    length += paper.is.title.length + (paper.is.abstract?.length ?? 0);
    if (length < MOST_TEXT && part.length < MOST_PAPERS) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}
