import type { RecordFormat } from '../../parse/records/tell-format';

/** Where a fact may come from: the printing of a digest, or a record of a format. */
export type Origin = RecordFormat | 'DIGEST';

/**
 * Whose word counts where sources differ, the first first: who made the paper public, then who lists it every day, then
 * catalogues, then what people keep of it themselves.
 */
const PRECEDENCE: readonly Origin[] = [
  'ARXIV_OAI',
  'ARXIV_JSON',
  'ARXIV_ATOM',
  'HUB_DAILY',
  'DIGEST',
  'PAPERS_WITH_CODE_PAPERS',
  'CROSSREF',
  'OPENALEX',
  'SEMANTIC_SCHOLAR',
  'DBLP',
  'BIBTEX',
  'CSL_JSON',
  'RIS',
  'CSV',
  'PAPERS_WITH_CODE_LINKS',
  'PAPERS_WITH_CODE_EVALUATION_TABLES',
  'PAPERS_WITH_CODE_METHODS',
];

const PLACES = new Map(PRECEDENCE.map((origin, place) => [origin, place]));

/** Those that name journals as publishers do, and not as authors wrote them into a form. */
const PUBLISHERS: ReadonlySet<Origin> = new Set(['CROSSREF', 'OPENALEX', 'SEMANTIC_SCHOLAR', 'DBLP']);

/** The place of an origin among those whose word counts, from 0. */
export function precedenceOf(origin: Origin): number {
  return PLACES.get(origin) as number;
}

/** The same for where a paper was published: publishers' own catalogues come before all others. */
export function venuePrecedenceOf(origin: Origin): number {
  return PUBLISHERS.has(origin) ? precedenceOf(origin) - PRECEDENCE.length : precedenceOf(origin);
}
