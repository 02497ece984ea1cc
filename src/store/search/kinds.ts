/** What a search can find. */
export type SearchType = 'PAPER' | 'TOPIC' | 'REPOSITORY';

/** The number of each type within the id of a document; never changed, the index holds them. */
const NUMBERS: Readonly<Record<SearchType, number>> = { PAPER: 0, TOPIC: 1, REPOSITORY: 2 };
const TYPES: readonly SearchType[] = ['PAPER', 'TOPIC', 'REPOSITORY'];

/** Ids of documents count in steps of this, so that three tables share one index. */
export const DOC_STEP = 4;

/** The id in the index of a row of one of the three tables. */
export function docOf(type: SearchType, pk: number): number {
  return pk * DOC_STEP + NUMBERS[type];
}

/** The remainders, by DOC_STEP, of the documents of these types. */
export function numbersOf(types: readonly SearchType[]): number[] {
  return types.map((type) => NUMBERS[type]);
}

/** Type and primary key of a document. */
export function fromDoc(doc: number): { type: SearchType; pk: number } {
  return { type: TYPES[doc % DOC_STEP] as SearchType, pk: Math.floor(doc / DOC_STEP) };
}
