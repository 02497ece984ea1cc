import type { Vocabulary } from './vocabulary';

/** Who is broader and narrower than a topic. */
export interface Family {
  /** All topics above, the parent first. */
  ancestors(slug: string): readonly string[];
  /** Parent, children and the other children of the parent. */
  relatives(slug: string): readonly string[];
}

export function familyOf(vocabulary: Vocabulary): Family {
  const parents = new Map(vocabulary.map((topic) => [topic.slug, topic.parent]));
  const children = new Map<string, string[]>();
  const ancestors = new Map<string, string[]>();
  for (const { slug, parent } of vocabulary) {
    if (parent !== null) listIn(children, parent).push(slug);
    for (let above = parent; above !== null; above = parents.get(above) ?? null) listIn(ancestors, slug).push(above);
  }
  const relatives = new Map(
    vocabulary.map(({ slug, parent }) => {
      const siblings = parent === null ? [] : [parent, ...(children.get(parent) ?? [])];
      return [slug, [...siblings.filter((other) => other !== slug), ...(children.get(slug) ?? [])]];
    }),
  );
  return {
    ancestors: (slug) => ancestors.get(slug) ?? [],
    relatives: (slug) => relatives.get(slug) ?? [],
  };
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
