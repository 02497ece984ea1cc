import { type LabelRange, labelOf } from './label';

const CATEGORY = /^([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2,}(?:-[a-z]+)?)?$/i;

/** The labels of a category of arXiv: itself, and the archive that it is of: `cs.LG` and `cs`. */
export function categoryLabels(category: string): string[] {
  const archive = CATEGORY.exec(category)?.[1];
  return [category, ...(archive === undefined ? [] : [archive])].map((name) => labelOf('CATEGORY', name.toLowerCase()));
}

/** The label of a category or an archive, in any case; null for what is neither. */
export function categoryRanges(category: string): LabelRange[] | null {
  const name = category.trim();
  return CATEGORY.test(name) ? [{ is: labelOf('CATEGORY', name.toLowerCase()) }] : null;
}
