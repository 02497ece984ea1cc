import judged from '../../search/judged-queries.json';
import { ndcg } from './ndcg';

/** Questions about the shipped papers in other words than theirs; 2 for the paper meant, 1 for one that is near it. */
const queries: { query: string; relevant: Record<string, number | undefined> }[] = judged;

/** How good a search is on the judged queries. */
export interface QueryFigures {
  queries: number;
  /** Mean nDCG@10. */
  ndcg: number;
  /** Queries without the paper that they mean among the first three. */
  lost: string[];
}

/** @param titlesFor the titles of the first ten papers that a query finds */
export async function measureQueries(titlesFor: (query: string) => Promise<string[]>): Promise<QueryFigures> {
  let sum = 0;
  const lost: string[] = [];
  for (const { query, relevant } of queries) {
    const titles = await titlesFor(query);
    sum += ndcg(titles, relevant);
    if (!titles.slice(0, 3).some((title) => relevant[title] === 2)) lost.push(query);
  }
  return { queries: queries.length, ndcg: sum / queries.length, lost };
}
