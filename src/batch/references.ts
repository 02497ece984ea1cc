import type { PaperOfKey, ReferenceKeys } from '../lists/look-up/reference-keys';

/** A key by which a reference names a paper, of one kind. */
export type ReferenceKey = Pick<PaperOfKey, 'kind' | 'key'>;

/** A key as one text. */
export function referenceKey({ kind, key }: ReferenceKey): string {
  return `${kind} ${key}`;
}

/** Keys by their kinds, as they are looked up. */
export function referenceKeys(asked: readonly ReferenceKey[]): ReferenceKeys {
  const of = (kind: keyof ReferenceKeys) => asked.flatMap((each) => (each.kind === kind ? [each.key] : []));
  return {
    identifiers: of('identifiers'),
    titleKeys: of('titleKeys'),
    urlKeys: of('urlKeys'),
    repositories: of('repositories'),
    slugs: of('slugs'),
  };
}

/** The papers that were found by each of the keys. */
export function papersOfEach(asked: readonly ReferenceKey[], found: readonly PaperOfKey[]): PaperOfKey[][] {
  const byEach = new Map<string, PaperOfKey[]>(asked.map((each) => [referenceKey(each), []]));
  for (const paper of found) byEach.get(referenceKey(paper))?.push(paper);
  return asked.map((each) => byEach.get(referenceKey(each)) ?? []);
}
