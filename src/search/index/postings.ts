/** Where a phrase stands: the documents that hold it, in ascending order, and how often each of them does in each field. */
export interface Postings {
  docs: number[];
  title: number[];
  body: number[];
  more: number[];
}

/** The tokens in title and body of some documents, in the order asked for. */
export interface Lengths {
  title: ArrayLike<number>;
  body: ArrayLike<number>;
}

/** Postings of a phrase that stands nowhere. */
export function noPostings(): Postings {
  return { docs: [], title: [], body: [], more: [] };
}
