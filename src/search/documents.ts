/** What a search can find. */
export type SearchType = 'PAPER' | 'TOPIC' | 'REPOSITORY';

const TYPES: readonly SearchType[] = ['PAPER', 'TOPIC', 'REPOSITORY'];

/**
 * Documents of three tables share one index: the ids of each type lie together, behind those of the type before, so
 * that an index can be entered where a type begins. All ids are below 2³¹.
 */
const DOCS_OF_TYPE = 2 ** 29;

/** Documents by id, the end exclusive. */
export interface DocRange {
  from: number;
  to: number;
}

/** Where the documents of a type lie. */
export function rangeOf(type: SearchType): DocRange {
  const from = TYPES.indexOf(type) * DOCS_OF_TYPE;
  return { from, to: from + DOCS_OF_TYPE };
}

/** The id in the index of a row of one of the three tables; of a paper, its primary key. */
export function docOf(type: SearchType, pk: number): number {
  return rangeOf(type).from + pk;
}

/** Type and primary key of a document. */
export function fromDoc(doc: number): { type: SearchType; pk: number } {
  return { type: TYPES[Math.floor(doc / DOCS_OF_TYPE)] as SearchType, pk: doc % DOCS_OF_TYPE };
}
