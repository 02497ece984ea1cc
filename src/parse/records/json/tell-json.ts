import { type OutlineGroup, outlineOf } from './outline';

/** Formats of JSON that records come in. */
export const JSON_FORMATS = [
  'HUB_DAILY',
  'PAPERS_WITH_CODE_PAPERS',
  'PAPERS_WITH_CODE_LINKS',
  'PAPERS_WITH_CODE_EVALUATION_TABLES',
  'PAPERS_WITH_CODE_METHODS',
  'ARXIV_JSON',
  'OPENALEX',
  'SEMANTIC_SCHOLAR',
  'CROSSREF',
  'CSL_JSON',
] as const;
export type JsonFormat = (typeof JSON_FORMATS)[number];

/** Where records lie in what an answer puts around them. */
const ENVELOPES = [
  '',
  ...['results', 'items', 'data', 'papers', 'dailyPapers', 'daily_papers', 'recommendedPapers'],
  ...['message', 'message.items', 'data.citingPaper', 'data.citedPaper', 'data.papers'],
];

/** A group of members, and the groups below it by their keys. */
interface Place {
  has: (...keys: string[]) => boolean;
  hasAnyOf: (...keys: string[]) => boolean;
  kindOf: (key: string) => string | undefined;
  sampleOf: (key: string) => string;
  below: (key: string) => Place;
}

const CSL_TYPE =
  /^(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

/** What tells each format, the surest signs first: names that no other has. */
const SIGNS: readonly (readonly [JsonFormat, (place: Place) => boolean])[] = [
  ['HUB_DAILY', isHub],
  [
    'PAPERS_WITH_CODE_LINKS',
    ({ has, hasAnyOf }) => has('repo_url') && hasAnyOf('paper_url', 'paper_title', 'paper_arxiv_id'),
  ],
  [
    'PAPERS_WITH_CODE_PAPERS',
    ({ has, hasAnyOf }) => has('paper_url') && hasAnyOf('url_abs', 'url_pdf', 'tasks', 'proceeding', 'short_abstract'),
  ],
  [
    'PAPERS_WITH_CODE_EVALUATION_TABLES',
    ({ has, hasAnyOf, below }) =>
      (has('task') && hasAnyOf('datasets', 'subtasks', 'categories')) || below('datasets').has('dataset'),
  ],
  [
    'PAPERS_WITH_CODE_METHODS',
    ({ has, hasAnyOf }) => has('name', 'full_name') && hasAnyOf('introduced_year', 'code_snippet_url', 'collections'),
  ],
  [
    'ARXIV_JSON',
    ({ has, hasAnyOf }) =>
      has('id') &&
      (hasAnyOf('authors_parsed', 'update_date') || has('submitter', 'categories') || has('versions', 'categories')),
  ],
  [
    'OPENALEX',
    ({ has, hasAnyOf, sampleOf }) =>
      /^https:\/\/openalex\.org\/W\d/i.test(sampleOf('id')) ||
      (has('id') && hasAnyOf('abstract_inverted_index', 'authorships', 'primary_location')),
  ],
  [
    'SEMANTIC_SCHOLAR',
    ({ has, hasAnyOf, sampleOf }) =>
      (has('paperId') && (hasAnyOf('title', 'externalIds', 'corpusId') || /^[\da-f]{40}$/.test(sampleOf('paperId')))) ||
      (has('corpusid') && hasAnyOf('title', 'externalids', 'authors')),
  ],
  ['CROSSREF', isCrossref],
  [
    'CSL_JSON',
    ({ hasAnyOf, kindOf, sampleOf }) =>
      CSL_TYPE.test(sampleOf('type')) && hasAnyOf('id', 'DOI', 'title') && kindOf('title') !== 'LIST',
  ],
];

/** Which format of JSON a text begins in; null where it is another or none. */
export function tellJson(head: string): JsonFormat | null {
  if (!/^\s*[[{]\s*(?:["'[{\]}]|null\b|None\b)/.test(head)) return null;
  const outline = outlineOf(head);
  const places = ENVELOPES.filter((way) => outline.has(way)).map((way) => placeOf(outline, way));
  return SIGNS.find(([, isIt]) => places.some(isIt))?.[0] ?? null;
}

/** A wrapper around a paper, or a paper with what only the hub knows of it. */
function isHub({ has, hasAnyOf, kindOf, below }: Place): boolean {
  const paper = below('paper');
  if (kindOf('paper') === 'TEXT') return hasAnyOf('thumbnail', 'numComments', 'submittedBy');
  if (has('paper') && paper.has('id') && paper.hasAnyOf('title', 'summary', 'upvotes', 'publishedAt')) return true;
  return (
    has('id', 'title') &&
    hasAnyOf('summary', 'authors') &&
    hasAnyOf('upvotes', 'submittedOnDailyAt', 'githubRepo', 'discussionId', 'ai_keywords')
  );
}

/** Its works have lists where those of CSL have texts, and say how they were deposited. */
function isCrossref({ has, hasAnyOf, kindOf }: Place): boolean {
  if (has('message-type') || has('status', 'message')) return true;
  if (kindOf('title') === 'TEXT') return false;
  return (
    (has('DOI') && kindOf('title') === 'LIST') || (has('indexed') && hasAnyOf('reference-count', 'prefix', 'member'))
  );
}

function placeOf(outline: ReturnType<typeof outlineOf>, way: string): Place {
  const group: OutlineGroup = outline.get(way) ?? new Map();
  return {
    has: (...keys) => keys.every((key) => group.has(key)),
    hasAnyOf: (...keys) => keys.some((key) => group.has(key)),
    kindOf: (key) => group.get(key)?.kind,
    sampleOf: (key) => group.get(key)?.sample ?? '',
    below: (key) => placeOf(outline, way === '' ? key : `${way}.${key}`),
  };
}
