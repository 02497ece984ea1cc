import { readFileSync } from 'node:fs';
import { parseDigestFile } from '../../../src/parse/digest/parse-digest-file';
import { readShippedVocabulary, SHIPPED_DIGEST } from '../../../src/seeds';

/** What made-up papers are put together from. */
export interface SourceText {
  /** Parts of titles that stand in front of and behind a preposition. */
  heads: string[];
  tails: string[];
  /** The sentences of each abstract, without those that hold an address. */
  abstracts: string[][];
  /** Names of all topics of the vocabulary. */
  topics: string[];
}

const PREPOSITION = /\s(?:for|in|via|with|of|from|under|by|through|using)\s/i;
const SENTENCE_END = /(?<=[a-z)\]"][.?!])\s+(?=[A-Z])/;
const ADDRESS = /https?:|www\.|github|\.com\b|\.io\b/i;

/** Reads the shipped digest and the vocabulary. */
export function readSourceText(): SourceText {
  const papers = parseDigestFile(readFileSync(SHIPPED_DIGEST), SHIPPED_DIGEST).flatMap(({ entries }) => entries);
  const heads: string[] = [];
  const tails: string[] = [];
  for (const { title } of papers) {
    const spoken = title.replace(/^[^:]{1,20}:\s+/, '').replace(/[?!.]$/, '');
    const cut = PREPOSITION.exec(spoken);
    heads.push(cut ? spoken.slice(0, cut.index) : spoken);
    if (cut) tails.push(spoken.slice(cut.index + cut[0].length));
  }
  return {
    heads,
    tails,
    abstracts: papers.map(({ abstract }) =>
      (abstract ?? '').split(SENTENCE_END).filter((sentence) => sentence.length > 40 && !ADDRESS.test(sentence)),
    ),
    topics: readShippedVocabulary().map(({ name }) => name),
  };
}
