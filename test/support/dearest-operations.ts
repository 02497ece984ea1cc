/**
 * Operations of one kind as large as a limit lets through: a kind gives the operation of a size, and a size is looked for
 * that costs nearly as much as an operation may.
 */

type Kind = (size: number) => string;

const SLUGS = [
  'optimization',
  'deep-learning-theory',
  'machine-learning-methods',
  'neural-collapse',
  'computer-vision',
];
const WORDS = ['gradient', 'network', 'learning', 'convergence', 'robust', 'kernel', 'data', 'deep'];

/** So many aliases of a field, each with other arguments. */
function aliases(size: number, field: (index: number) => string): string {
  return `{ ${Array.from({ length: size }, (_, index) => `a${index}: ${field(index)}`).join(' ')} }`;
}

const of = (words: readonly string[], index: number): string => words[index % words.length] as string;

const kinds: Readonly<Record<string, Kind>> = {
  'related papers with reasons': (size) =>
    `{ papers(first: ${Math.min(size, 100)}) { nodes { relatedPapers(first: 100) { edges { score sharedTerms sharedTopics { name } node { title } } } } } }`,
  'totals of related papers of related papers': (size) =>
    `{ papers(first: ${Math.min(size, 100)}) { nodes { relatedPapers(first: 2) { nodes { relatedPapers(first: 0) { totalCount } } } } } }`,
  'related papers from the end': (size) =>
    `{ papers(last: ${Math.min(size, 100)}) { nodes { relatedPapers { edges { score sharedTopics { name } } } } } }`,
  'filtered related papers': (size) =>
    aliases(
      size,
      (index) =>
        `papers(first: 1) { nodes { relatedPapers(filter: { topics: { none: ["${of(SLUGS, index)}"] }, firstSeenOn: { from: "2020-01-${10 + (index % 20)}" } }) { totalCount } } }`,
    ),
  searches: (size) =>
    aliases(
      size,
      (index) =>
        `search(query: "how does the ${of(WORDS, index)} of very ${of(WORDS, index * 3 + 1)} models change ${index}", first: 20) { totalCount edges { score highlights { fragment } } }`,
    ),
  'searches with facets': (size) =>
    aliases(
      size,
      (index) =>
        `search(query: "${of(WORDS, index)} ${of(WORDS, index + 3)}", filter: { hasRepository: true }) { totalCount suggestion facets { topics { count } repositoryHosts { count } years { count } digests { count } } }`,
    ),
  'totals of wide filters': (size) =>
    aliases(
      size,
      (index) =>
        `papers(filter: { hasRepository: ${index % 2 === 0}, topics: { none: ["${of(SLUGS, index)}"] }, firstSeenOn: { from: "2020-01-${10 + (index % 20)}" } }) { totalCount }`,
    ),
  'pages of filters that few fit': (size) =>
    aliases(
      size,
      (index) =>
        `papers(first: 1, orderBy: { field: TITLE }, filter: { topics: { all: ["${of(SLUGS, index)}", "neural-collapse", "image-segmentation"] }, hasRepository: false, firstSeenOn: { from: "2020-01-${10 + (index % 20)}" } }) { nodes { id } }`,
    ),
  'papers of all topics, whole': (size) =>
    `{ topics(first: ${Math.min(size, 100)}, orderBy: { field: PAPER_COUNT }) { nodes { papers(first: 20) { nodes { title topics { edges { score evidence { text start } node { name } } } links { url } digests { edges { rank node { title } } } } } } } }`,
  'topics of papers of topics of papers': (size) =>
    `{ papers(first: ${Math.min(size, 100)}) { nodes { topics { nodes { papers(first: 20) { nodes { title topics { nodes { name } } } } } } } } }`,
  'papers of topics by title': (size) =>
    aliases(
      size,
      (index) =>
        `topics(first: 5, orderBy: { field: PAPER_COUNT }) { nodes { papers(first: ${1 + index}, orderBy: { field: TITLE }) { nodes { id } } } }`,
    ),
  'digests and what they are about': (size) =>
    `{ digests(first: ${Math.min(size, 100)}) { nodes { topics(first: 100) { totalCount nodes { name } } papers(first: 100) { totalCount nodes { title } } changesSince { enteredPapers { totalCount } leftPapers { totalCount } movedPapers { totalCount } } } } }`,
  'totals of the change log': (size) => aliases(size, () => 'changes(first: 0) { totalCount }'),
};

/** @param costOf what an operation is estimated to cost */
export function dearestOperations(costOf: (query: string) => number, most: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      let size = 1;
      while (size < 80 && costOf(kind(size + 1)) <= most) size += 1;
      return [`${name} (${size})`, kind(size)];
    }),
  );
}
