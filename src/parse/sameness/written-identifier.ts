import { identifierAs, identifierOf } from '../records/identifiers';
import type { Identifier, IdentifierScheme } from '../records/record';

/** Longer texts are no identifier, in UTF-16 units. */
const LONGEST = 2_000;

/** The names of schemes, as people and catalogues write them in front: `PMID: 1`, `openreview:x`, `DBLP:conf/…`. */
const NAMED: readonly (readonly [RegExp, IdentifierScheme])[] = [
  [/^arxiv\s*[:=]\s*/i, 'ARXIV'],
  [/^doi\s*[:=]\s*/i, 'DOI'],
  [/^open_?review\s*[:=]\s*/i, 'OPENREVIEW'],
  [/^acl(?:[ _]anthology)?\s*[:=]\s*/i, 'ACL'],
  [/^(?:semantic[ _]?scholar|s2(?:id)?)\s*[:=]\s*/i, 'SEMANTIC_SCHOLAR'],
  [/^openalex\s*[:=]\s*/i, 'OPENALEX'],
  [/^papers[ _]with[ _]code\s*[:=]\s*/i, 'PAPERS_WITH_CODE'],
  [/^dblp\s*[:=]\s*/i, 'DBLP'],
  [/^(?:pubmed|pmid)(?:\s*[:=]\s*|\s+)/i, 'PUBMED'],
];

/** Schemes whose identifiers are of a form that no other has. */
const TELLING = ['ACL', 'SEMANTIC_SCHOLAR', 'OPENALEX', 'DBLP'] as const;
const WITHOUT_SCHEME = /^(?:[\w-]+\.)+[a-z]{2,24}\//i;
const CODE_SLUG = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * The identifier that a text is and nothing else, in any spelling: by itself where its form tells of which catalogue it is, with
 * the name of that in front, or in an address, with or without `https`. Null for any other text.
 */
export function writtenIdentifier(text: string): Identifier | null {
  const written = text.trim();
  if (written.length > LONGEST) return null;
  const found = identifierOf(written) ?? (WITHOUT_SCHEME.test(written) ? identifierOf(`https://${written}`) : null);
  if (found !== null) return found;
  for (const [name, scheme] of NAMED) {
    if (name.test(written)) return namedIdentifier(scheme, written.replace(name, '').trim());
  }
  for (const scheme of TELLING) {
    const identifier = identifierAs(scheme, scheme === 'ACL' ? written.replace(/v\d+$/, '') : written);
    if (identifier !== null) return identifier;
  }
  return null;
}

function namedIdentifier(scheme: IdentifierScheme, value: string): Identifier | null {
  if (scheme === 'PAPERS_WITH_CODE') return CODE_SLUG.test(value) ? { scheme, value } : identifierOf(value);
  if (scheme === 'ARXIV' || scheme === 'DOI') return identifierOf(value);
  return identifierAs(scheme, value);
}
