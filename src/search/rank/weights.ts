/** How much words that stand side by side, as in the query, add to what each of them counts. */
export const PAIR_WEIGHT = 0.3;
/** A topic or repository is a few words long, and BM25 favours what is short: it is not to stand before the papers. */
export const OTHER_WEIGHT = 0.6;
