import { addressesOf } from '../addresses';
import { arxivIdentifierOf } from '../arxiv-identifiers';
import { Identifiers, Links } from '../collected';
import { identifierOf } from '../identifiers';
import { type JsonObject, objectOf, objectsIn, shortOf } from '../json/members';
import type { Identifier, RecordLink, Stated } from '../record';

/** Relations to what is the same paper; of other DOIs only those of arXiv are, an article has one of its own. */
const SAME = ['has-preprint', 'is-preprint-of', 'is-version-of', 'has-version', 'is-identical-to', 'is-same-as'];
/** Relations to what comes with the paper, its code among it. */
const BESIDE = ['is-supplemented-by', 'has-related-material'];

/** The identifiers of a work: its DOI, and what its page and its relations say. */
export function crossrefIdentifiers(work: JsonObject): Stated<Identifier>[] {
  const identifiers = new Identifiers();
  const doi = shortOf(work.DOI);
  identifiers.add('DOI', doi, identifierOf(doi ?? ''));
  if (doi === null) identifiers.add('URL', work.URL, identifierOf(shortOf(work.URL) ?? ''));
  const page = shortOf(objectOf(objectOf(work.resource)?.primary)?.URL);
  const ofPage = identifierOf(page ?? '');
  if (ofPage?.scheme !== 'DOI') identifiers.add('resource.primary.URL', page, ofPage);
  for (const [name, id, type] of relatedTo(work, SAME)) {
    const found = type === 'arxiv' ? arxivIdentifierOf(id) : identifierOf(id);
    if (found?.scheme === 'ARXIV') identifiers.add(`relation.${name}`, id, found);
  }
  return identifiers.stated;
}

/** The addresses of a work: its page, its PDF, and what comes with it. */
export function crossrefLinks(work: JsonObject): Stated<RecordLink>[] {
  const links = new Links();
  const add = (field: string, written: unknown, role: RecordLink['role']): void => {
    for (const url of addressesOf(shortOf(written) ?? '')) links.add(field, url, role);
  };
  add('resource.primary.URL', objectOf(objectOf(work.resource)?.primary)?.URL, 'LANDING');
  for (const link of objectsIn(work.link))
    if (link['content-type'] === 'application/pdf') add('link.URL', link.URL, 'PDF');
  for (const [name, id, type] of relatedTo(work, BESIDE)) {
    if (type === 'uri') add(`relation.${name}`, id, 'OTHER');
    else if (type === 'doi') add(`relation.${name}`, `https://doi.org/${id.trim()}`, 'OTHER');
  }
  return links.stated;
}

function relatedTo(work: JsonObject, names: readonly string[]): (readonly [name: string, id: string, type: string])[] {
  const relations = objectOf(work.relation) ?? {};
  return names.flatMap((name) =>
    objectsIn(relations[name]).flatMap((related) => {
      const id = shortOf(related.id);
      return id === null ? [] : [[name, id, shortOf(related['id-type'])?.toLowerCase() ?? ''] as const];
    }),
  );
}
