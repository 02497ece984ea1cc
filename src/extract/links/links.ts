import { type Evidence, evidenceAt } from '../text/evidence';
import { type Field, fieldsOf, type PaperText } from '../text/field';
import { sentenceOf } from '../text/sentence';
import type { Address, LinkKind, RepositoryName } from './address/address';
import { addressKey } from './address/address-key';
import { type FoundAddress, findAddresses } from './address/find-addresses';
import { parseAddress, repositoryOfNotebook } from './address/parse-address';
import { type Availability, readAvailability } from './availability';
import { isCalledProjectPage } from './project-page';

export type { Availability, LinkKind, RepositoryName };

/** An address in a paper's text: what it is, how it was written, where it stands. */
export interface Link extends Address {
  urlAsWritten: string;
  availability: Availability;
  evidence: Evidence;
}

/**
 * Every address in the text, in order of appearance, each address once: the second mention of the same normalised
 * address, ref and path is left out, and so is a placeholder. A notebook's is followed by the repository that it lies in.
 * Linear in the length of the text; never throws.
 */
export function extractLinks(text: PaperText): Link[] {
  const links = new Map<string, Link>();
  const { title, abstract } = fieldsOf(text);
  for (const link of [...linksOf(title), ...linksOf(abstract)]) {
    const key = JSON.stringify([addressKey(link.url), link.ref, link.path]);
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

function linksOf(field: Field): Link[] {
  const { text } = field;
  const found = findAddresses(text);
  return found.flatMap((span, index) => {
    const address = parseAddress(span.address);
    if (address === null) return [];
    const { start, end } = span;
    const sentence = sentenceOf(text, field.sentences, start, end);
    const before = text.slice(sentence.start, start);
    const sinceLast = text.slice(Math.max(sentence.start, found[index - 1]?.end ?? 0), start);
    const behind = text.slice(end, nextStart(found, index, sentence.end));
    const kind = address.kind === 'WEBSITE' && isCalledProjectPage(sinceLast, behind) ? 'PROJECT_PAGE' : address.kind;
    const written = {
      urlAsWritten: text.slice(start, end),
      availability: readAvailability(before, behind, text.slice(end, sentence.end)),
      evidence: evidenceAt(field, start, end),
    };
    const link = { ...address, kind, ...written };
    const repository = address.kind === 'WEBSITE' ? repositoryOfNotebook(address.url) : null;
    return repository === null ? [link] : [link, { ...repository, ...written }];
  });
}

function nextStart(found: readonly FoundAddress[], index: number, sentenceEnd: number): number {
  return Math.min(found[index + 1]?.start ?? sentenceEnd, sentenceEnd);
}
