/** What both caches are asked: lists in all ways in which one may ask for them, and what has no id by parts. */

export interface Papers {
  papers: {
    totalCount?: number;
    nodes?: { id: string; title?: string; excerpt?: string }[];
    edges?: { cursor?: string; node: { id: string } }[];
    pageInfo?: { hasNextPage?: boolean; hasPreviousPage?: boolean; startCursor?: string; endCursor?: string };
  } | null;
  corpus?: { version: number };
}

export const COUNT = '{ papers { totalCount } }';
export const NODES = '{ papers { nodes { id } } }';
export const EDGES = '{ papers { edges { cursor node { id } } } }';
export const THREE = '{ papers(first: 3) { nodes { id } pageInfo { hasNextPage } } }';
export const CURSOR_OF_THREE = '{ papers(first: 3) { pageInfo { endCursor startCursor } } }';

const page = (fields: string) => `query ($after: String) {
  papers(first: 20, after: $after) { nodes { id ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`;
export const TITLES = page('title');
export const EXCERPTS = page('excerpt');

export const BACKWARDS = `query ($before: String) {
  papers(last: 20, before: $before) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`;

export const REFUSED = '{ papers(filter: { digest: "none" }) { nodes { id } } corpus { id version } }';

export const facets = (...of: string[]) =>
  `{ search(query: "neural", first: 2) { facets { ${of.map((name) => `${name}(first: 1) { value }`).join(' ')} } } }`;

export interface Found {
  search: { facets: Record<string, { value: string }[]> };
}

export const ON_INTERFACE = `{
  resource(url: "github.com/jmlipman/TopoMortar") { ...known ... on Repository { name } }
}
fragment known on Node { id }`;
