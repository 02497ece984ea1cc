/**
 * What screens ask for. None of these is refused, and the benchmark holds what they are estimated to cost against what they
 * cost. They name topics that any filled corpus knows; cursors, slugs of papers and ids are left to the tests of each.
 */

const CARD =
  'id slug title firstSeenOn topics(first: 3) { nodes { id name } } repositories(first: 1) { nodes { id url } }';
const EVIDENCE = 'evidence { field text start end sentence }';

const SLUGS = [
  'optimization',
  'deep-learning-theory',
  'neural-collapse',
  'domain-generalization',
  'neural-tangent-kernel',
  'computer-vision',
  'image-segmentation',
  'machine-learning-methods',
  'deep-linear-networks',
  'infinite-width-networks',
  'generalization',
  'stochastic-optimization',
];

/** So many fields under aliases: `a0: …  a1: …`. */
function aliased(count: number, field: (index: number) => string): string {
  return `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field(index)}`).join('\n')} }`;
}

const slugOf = (index: number): string => SLUGS[index % SLUGS.length] as string;

export const ordinaryOperations: Readonly<Record<string, string>> = {
  'a page of papers': '{ papers { nodes { id slug title firstSeenOn } pageInfo { hasNextPage endCursor } } }',
  'a page of cards': `{ papers(first: 20) { totalCount nodes { ${CARD} } } }`,
  'a page with all evidence': `{ papers(first: 20) { edges { node { id slug title abstract firstSeenOn
    topics { edges { score method ${EVIDENCE} node { id slug name } } }
    repositories { edges { node { id host owner name nameWithOwner url } } } } } pageInfo { hasNextPage } } }`,
  '100 papers with topics, evidence, repositories and digests': `{ papers(first: 100) { nodes { id title abstract
    topics { edges { score ${EVIDENCE} node { id name } } }
    repositories { edges { link { urlAsWritten availability ${EVIDENCE} } node { id url } } }
    digests { edges { rank node { id slug date } } } } } }`,
  'one paper whole': `{ papers(first: 1) { nodes { id slug title abstract authors { name } publishedOn arxivId doi firstSeenOn
    digests { edges { rank node { id slug title curator dateLabel date fileName } } }
    topics { edges { score method ${EVIDENCE} node { id slug name description aliases } } }
    links { kind url urlAsWritten availability ref path ${EVIDENCE} repository { id nameWithOwner url } }
    repositories { edges { node { id host owner name nameWithOwner url paperCount } } }
    trending { score asOf components { name value weight } } } } }`,
  'one paper with related papers, and why': `{ papers(first: 1) { nodes { id title relatedPapers(first: 10) {
    totalCount edges { score sharedTerms sharedTopics { id name } node { ${CARD} } } } } } }`,
  '50 papers with related papers and their topics': `{ papers(first: 50) { nodes { id title
    relatedPapers(first: 5) { nodes { id title topics(first: 3) { nodes { id name } } } } } } }`,
  'papers by trend': `{ papers(first: 20, orderBy: { field: TRENDING }) { nodes { ${CARD} trending { score } } } }`,
  'papers by title': `{ papers(first: 50, orderBy: { field: TITLE, direction: ASC }) { nodes { ${CARD} } } }`,
  'papers with code on a topic': `{ papers(first: 20, filter: { hasRepository: true, topics: { any: ["optimization"] } }) {
    totalCount nodes { ${CARD} } } }`,
  'papers with code that is there': `{ papers(first: 20, filter: { availability: AVAILABLE }) { totalCount nodes { ${CARD} } } }`,
  'papers much about a topic': `{ papers(first: 20, filter: { topics: { any: ["optimization"] }, minTopicScore: 0.7 }) {
    totalCount nodes { ${CARD} } } }`,
  'a list of references': `{ papersBy(keys: [${Array.from({ length: 100 }, (_, index) => `{ title: "Title ${index}" }`).join(' ')}]) { ${CARD} } }`,
  'papers of a month': `{ papers(first: 20, filter: { firstSeenOn: { from: "2025-03-01", to: "2025-03-31" } }) {
    totalCount nodes { ${CARD} } } }`,
  'the newest digest': `{ digests(first: 1) { nodes { id title banner date newPaperCount previous { id date } next { id date }
    papers(first: 50) { totalCount edges { rank movement previousRank node { ${CARD} } } } } } }`,
  'an archive of digests': '{ digests(first: 100) { totalCount nodes { id slug title date newPaperCount } } }',
  'what is new in a digest': `{ digests(first: 1) { nodes { id changesSince { since { id slug }
    enteredPapers { totalCount edges { rank node { id title } } } leftPapers { totalCount edges { rank node { id title } } }
    movedPapers { edges { fromRank toRank node { id title } } } } } } }`,
  'what a digest is about': `{ digests(first: 1) { nodes { id topics(first: 20) { edges { digestPaperCount node { id name } } } } } }`,
  'the topic tree of two levels': `{ topics(first: 100, filter: { isRoot: true }) { nodes { id slug name paperCount
    children { nodes { id slug name paperCount } } } } }`,
  'the topic tree of three levels': `{ topics(first: 100, filter: { isRoot: true }) { nodes { id name paperCount
    children(first: 100) { nodes { id name paperCount children(first: 100) { nodes { id name paperCount } } } } } } }`,
  'a topic and its papers': `{ topic(slug: "optimization") { id name description paperCount parent { id name }
    ancestors { id name } children { nodes { id name } }
    papers(first: 20) { totalCount edges { score via { id name } node { ${CARD} } } } } }`,
  "a topic's neighbours": `{ topic(slug: "optimization") { id name
    coOccurringTopics(first: 20) { totalCount edges { sharedPaperCount lift node { id name } } } } }`,
  'all topics':
    '{ topics(first: 100, orderBy: { field: PAPER_COUNT }) { totalCount nodes { id slug name paperCount } } }',
  'repositories by papers': `{ repositories(first: 50, orderBy: { field: PAPER_COUNT }) { totalCount nodes { id nameWithOwner url
    paperCount papers(first: 3) { nodes { id title } } } } }`,
  'search as one types':
    '{ search(query: "gradient desc*", first: 8) { edges { node { __typename ... on Paper { id title } ... on Topic { id name } ... on Repository { id nameWithOwner } } } } }',
  'a search with everything around it': `{ search(query: "convergence of stochastic gradient descent", first: 20) {
    totalCount isComplete suggestion
    facets { topics(first: 10) { value label count } repositoryHosts { value count } years { value count } digests(first: 5) { value count } }
    edges { score highlights { field fragment ranges { start end } } node { __typename ... on Paper { ${CARD} } } } } }`,
  '100 search results as cards': `{ search(query: "neural networks generalization", types: [PAPER], first: 100) { totalCount
    edges { score highlights { field fragment ranges { start end } } node { ... on Paper { ${CARD} } } } } }`,
  '12 aliased counts': aliased(12, (index) => `topic(slug: "${slugOf(index)}") { id papers { totalCount } }`),
  '36 aliased counts': aliased(
    36,
    (index) =>
      `papers(filter: { topics: { any: ["${slugOf(index)}"] }${index % 3 === 0 ? ', hasRepository: true' : ''} }) { totalCount }`,
  ),
  '40 prefixed root fields': aliased(40, (index) => `topic(slug: "${slugOf(index)}") { id slug name paperCount }`),
  'a fragment of four aliases spread eight times': `${aliased(8, (index) => `topic(slug: "${slugOf(index)}") { id ...counts }`)}
    fragment counts on Topic { own: paperCount(includeDescendants: false) all: paperCount
      newest: papers(first: 3) { nodes { id title } } trending: papers(first: 3, orderBy: { field: TRENDING }) { nodes { id title } } }`,
  'the last changes':
    '{ changes(last: 50) { nodes { action nodeId node { id ... on Paper { title } ... on Digest { title } } } pageInfo { startCursor } } }',
  'what the server holds': '{ corpus { version paperCount topicCount repositoryCount digestCount } }',
  'where an address leads':
    '{ resource(url: "https://github.com/jmlipman/TopoMortar") { __typename ... on Repository { id papers { nodes { id title } } } ... on Paper { id title } } }',
};
