import { ask, at, type Json } from './ask';

export interface WalkedEdge {
  cursor: string;
  /** What was asked of the node. */
  value: string;
}

const LARGEST_PAGE = 100;

/**
 * Pages of a list of Offprint from its end on, as a client would get there, until so many items stand behind.
 *
 * @param list a connection field, with arguments where it has any: `repositories(orderBy: …)`
 * @param field a text field of its nodes
 * @param within fields above the list, outermost first
 * @returns the items of the page that was reached, in the order of the list
 */
export async function walkBack(
  url: string,
  list: string,
  items: number,
  field: string,
  within: readonly string[] = [],
): Promise<WalkedEdge[]> {
  let edges: WalkedEdge[] = [];
  let before: string | null = null;
  for (let passed = 0; passed < items; passed += LARGEST_PAGE) {
    const window: string = before === null ? 'last: 100' : `last: 100, before: ${JSON.stringify(before)}`;
    const call: string = list.includes('(') ? list.replace('(', `(${window}, `) : `${list}(${window})`;
    const inner: string = `${call} { edges { cursor node { ${field} } } }`;
    const query: string = within.reduceRight((rest, outer) => `${outer} { ${rest} }`, inner);
    const data: Json = await ask(url, JSON.stringify({ query: `{ ${query} }` }));
    const path: string[] = [...within, list].map((name) => name.replace(/\(.*$/s, ''));
    const page: Json = at(data, ...path, 'edges');
    if (!Array.isArray(page) || page.length === 0) break;
    edges = page.map((edge) => ({ cursor: String(at(edge, 'cursor')), value: String(at(edge, 'node', field)) }));
    before = edges[0]?.cursor ?? null;
  }
  return edges;
}
