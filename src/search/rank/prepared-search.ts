import type { PaperFilter } from '../../lists/filter/paper-filter';
import type { Db } from '../../store/sql';
import type { Weights } from '../../vectors/weights';
import type { SearchType } from '../documents';
import type { Collection } from '../index/collection';
import type { DocFrequency } from '../index/document-frequency';
import type { Phrase, SearchQuery } from '../query/parse-query';
import type { Pin } from './pins';
import type { ScoredDoc } from './scored-doc';
import type { Bounds } from './top-k/bounds';

/** A search, ready to be paged, counted and taken apart. */
export interface Search {
  query: SearchQuery;
  /** What the text requires, as it is written, and stands nowhere: the query has its words. */
  unmatched: readonly string[];
  pins: readonly Pin[];
  /** What texts are near to each other by; null for words alone. */
  weights: Weights | null;
  /** The terms of the whole text but for what it excludes, each as often as it stands there. */
  terms: readonly string[];
  types: readonly SearchType[];
  filter: PaperFilter;
  /** The wanted phrases, the words that one prefix stands for together. */
  groups: readonly (readonly Phrase[])[];
  docFrequency: DocFrequency;
  collection: Collection;
  bounds: Bounds;
  /** Whether it is tried for the second time, as it found nothing and had left something out. */
  isExhaustive: boolean;
  /** What it lists, worked out once. */
  topK: (db: Db) => Promise<TopK>;
}

/** What a search lists. */
export interface TopK {
  /** Best first, equal ones by their ids. */
  hits: ScoredDoc[];
  /** Whether nothing that matches is left out. */
  isComplete: boolean;
}
