/** A list of Offprint whose cost should not depend on the size of the corpus. */
export interface GrowthList {
  title: string;
  /** Fields above the list, outermost first; `$topic` and the like stand for things with many papers. */
  within: string[];
  /** The connection field, with its arguments but those of the page. */
  list: string;
  /** A text field of the nodes. */
  key: string;
  /** What is asked of each node. */
  node: string;
  /** Whether a counter can give `totalCount`. */
  counted: boolean;
}

const PAPER = 'slug title firstSeenOn';
const NESTED = `${PAPER} topics { edges { score node { slug } } } repositories { edges { node { nameWithOwner } } }`;

const paperList = (title: string, call: string, counted = false): GrowthList => ({
  title,
  within: [],
  list: call,
  key: 'slug',
  node: PAPER,
  counted,
});

const topicPapers = (title: string, call: string, counted = false): GrowthList => ({
  ...paperList(title, call, counted),
  within: ['topic(slug: $topic)'],
});

export const growthLists: readonly GrowthList[] = [
  paperList('papers', 'papers', true),
  { ...paperList('papers with topics and repositories', 'papers'), node: NESTED },
  paperList('papers, oldest first', 'papers(orderBy: { field: FIRST_SEEN_ON, direction: ASC })'),
  paperList('papers by title', 'papers(orderBy: { field: TITLE, direction: ASC })'),
  paperList('papers by trend', 'papers(orderBy: { field: TRENDING })'),
  paperList('papers of a topic, by filter', 'papers(filter: { topics: { any: [$topic] } })'),
  paperList('papers of two topics', 'papers(filter: { topics: { all: [$topic, $other] } })'),
  paperList('papers without a topic', 'papers(filter: { topics: { none: [$topic] } })'),
  paperList('papers with code', 'papers(filter: { hasRepository: true })'),
  paperList('papers without code', 'papers(filter: { hasRepository: false })'),
  paperList('papers with code on a host', 'papers(filter: { repositoryHost: "github.com" })'),
  paperList('papers since a day', 'papers(filter: { firstSeenOn: { from: "2025-03-01" } })'),
  paperList('papers with code, by trend', 'papers(filter: { hasRepository: true }, orderBy: { field: TRENDING })'),
  topicPapers("a topic's papers", 'papers', true),
  topicPapers("a topic's own papers", 'papers(includeDescendants: false)', true),
  topicPapers("a topic's papers by title", 'papers(orderBy: { field: TITLE, direction: ASC })'),
  topicPapers("a topic's papers by trend", 'papers(orderBy: { field: TRENDING })'),
  topicPapers("a topic's papers with code", 'papers(filter: { hasRepository: true })'),
  {
    ...paperList("a repository's papers", 'papers', true),
    within: ['repository(owner: $owner, name: $name)'],
  },
  { ...paperList("a digest's papers", 'papers', true), within: ['digest(slug: $digest)'] },
  {
    title: 'repositories',
    within: [],
    list: 'repositories',
    key: 'nameWithOwner',
    node: 'nameWithOwner url paperCount',
    counted: true,
  },
  {
    title: 'repositories by papers',
    within: [],
    list: 'repositories(orderBy: { field: PAPER_COUNT })',
    key: 'nameWithOwner',
    node: 'nameWithOwner url paperCount',
    counted: false,
  },
  {
    title: 'digests',
    within: [],
    list: 'digests',
    key: 'slug',
    node: 'slug title date',
    counted: true,
  },
  {
    title: "a topic's neighbours",
    within: ['topic(slug: $topic)'],
    list: 'coOccurringTopics',
    key: 'slug',
    node: 'slug name',
    counted: false,
  },
];
