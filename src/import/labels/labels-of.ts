import { authorLabel } from '../../lists/labels/author';
import { categoryLabels } from '../../lists/labels/category';
import { labelOf } from '../../lists/labels/label';
import { publishedLabel } from '../../lists/labels/published';
import { venueLabel } from '../../lists/labels/venue';
import type { RecordFormat } from '../../parse/records/tell-format';
import type { SettledPaper } from '../papers/settle-paper';

/** Raise it when a paper has other labels than before: all papers are then labelled again. */
export const LABEL_RULES = 1;

/** What a paper shows that it has labels by. */
export type Labelled = Pick<SettledPaper, 'authors' | 'categories' | 'publishedOn' | 'venue'>;

/** The labels of a paper, each once, in their order. */
export function labelsOf(
  { authors, categories, publishedOn, venue }: Labelled,
  formats: readonly RecordFormat[],
): string[] {
  const labels = [
    ...(authors ?? []).map(authorLabel),
    ...(categories ?? []).flatMap(categoryLabels),
    publishedOn === null ? null : publishedLabel(publishedOn),
    venue === null ? null : venueLabel(venue),
    ...formats.map((format) => labelOf('SOURCE', format)),
  ];
  return [...new Set(labels.flatMap((label) => label ?? []))].sort();
}
