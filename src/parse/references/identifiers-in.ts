import { addressesIn } from '../records/addresses';
import { arxivIdentifierIn } from '../records/arxiv-identifiers';
import { identifierOf } from '../records/identifiers';
import type { Identifier } from '../records/record';
import { identifierKey } from '../sameness/mention';
import { writtenIdentifier } from '../sameness/written-identifier';

const DOI = /(?<![\w./])10\.\d{4,9}(?:\.\d+)*\/[^\s<>"{}|\\^`]+/g;
/** `PMID: 31452104`, `OpenAlex: W…`: the name of a catalogue in front. */
const NAMED = /\b(?:pmid|pubmed|openalex|dblp|acl|openreview)\s?[:=]\s?[\w./-]*\w/gi;
/** `P19-1001` and `2023.acl-long.1` by themselves. */
const ACL = /(?<![\w./-])(?:[A-Z]\d{2}-\d{4}|\d{4}\.[a-z][\w-]*\.\d+)(?![\w-])/g;
/** The end of the sentence around it. */
const BEHIND = /[.,;:'"\]>]+$/;

/** What is no part of a title or a name. */
const NO_WORDS = /https?:\/\/\S+|\b(?:arxiv|doi|pmid):\s?\S+|(?<!\w)10\.\d{4,9}\/\S+/gi;

/** A text with a bar in the place of each address and identifier. */
export function withoutIdentifiers(text: string): string {
  return text.replace(NO_WORDS, ' | ');
}

/** The identifiers that a text names, each once, as `identifierKey` writes them. */
export function identifiersIn(text: string): string[] {
  const whole = writtenIdentifier(text);
  if (whole !== null) return [identifierKey(whole)];
  const found: (Identifier | null)[] = [
    arxivIdentifierIn(text),
    ...addressesIn(text).map(({ url }) => identifierOf(url)),
    ...matches(text, DOI).map((doi) => identifierOf(withoutBracket(doi.replace(BEHIND, '')))),
    ...matches(text, NAMED).map(writtenIdentifier),
    ...matches(text, ACL).map(writtenIdentifier),
  ];
  return [...new Set(found.flatMap((identifier) => (identifier === null ? [] : [identifierKey(identifier)])))];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}

/** Without a bracket at the end that nothing opens. */
function withoutBracket(doi: string): string {
  return doi.endsWith(')') && doi.split(')').length > doi.split('(').length
    ? doi.slice(0, -1).replace(BEHIND, '')
    : doi;
}
