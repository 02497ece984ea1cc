import sql, { type Sql } from 'sql-template-tag';
import type { RecordFormat } from '../../parse/records/tell-format';
import { authorRanges } from '../labels/author';
import { categoryRanges } from '../labels/category';
import { isAmong, type LabelRange, labelOf } from '../labels/label';
import { publishedRanges } from '../labels/published';
import { venueRanges } from '../labels/venue';

/** What a filter asks of what sources say of papers; every condition must hold. */
export interface LabelFilter {
  /** An author's name, in any spelling. */
  author?: string | null;
  /** What the name of the venue begins with. */
  venue?: string | null;
  /** A category of arXiv, or an archive. */
  category?: string | null;
  /** Days of publication, both inclusive. */
  published?: { from?: string | null; to?: string | null } | null;
  /** The format of a source that says something of the paper. */
  source?: RecordFormat | null;
}

type RangesOf = (filter: LabelFilter) => LabelRange[] | null;

/** What nobody has. */
const NONE: LabelRange[] = [{ is: '' }];

/** The conditions of a filter that labels answer, those that most likely fewest papers meet first. */
const CONDITIONS: Readonly<Record<keyof LabelFilter, RangesOf>> = {
  author: ({ author }) => (author == null ? null : (authorRanges(author) ?? NONE)),
  venue: ({ venue }) => (venue == null ? null : (venueRanges(venue) ?? NONE)),
  category: ({ category }) => (category == null ? null : (categoryRanges(category) ?? NONE)),
  published: ({ published }) => (published == null ? null : publishedRanges(published)),
  source: ({ source }) => (source == null ? null : [{ is: labelOf('SOURCE', source) }]),
};

const NAMES = Object.keys(CONDITIONS) as (keyof LabelFilter)[];

/** A condition of a filter as the labels of which a paper has to have one. */
export interface LabelCondition {
  name: keyof LabelFilter;
  ranges: readonly LabelRange[];
}

/** What a filter asks of labels. */
export function labelConditionsIn(filter: LabelFilter): LabelCondition[] {
  return NAMES.flatMap((name) => {
    const ranges = CONDITIONS[name](filter);
    return ranges === null ? [] : [{ name, ranges }];
  });
}

/** Whether one label is all that a condition asks for: its papers are then in one order, and each once. */
export function isOneLabel({ ranges }: LabelCondition): boolean {
  const [range, another] = ranges;
  return range !== undefined && 'is' in range && another === undefined;
}

/** Whether a paper may meet a condition by several labels: two authors of one family name. Of anything else it has but one. */
export function mayBeMetTwice(condition: LabelCondition): boolean {
  return condition.name === 'author' && !isOneLabel(condition);
}

/** A condition on labels as one on `p`. */
export function hasLabel({ ranges }: LabelCondition): Sql {
  return sql`exists (select 1 from paper_label fa where fa.paper_id = p.id and ${isAmong(ranges, sql`fa.label`)})`;
}
