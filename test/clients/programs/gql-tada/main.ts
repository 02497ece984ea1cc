/** A query whose types gql.tada reads from its text, by the schema that the server gave. */
import { initGraphQLTada } from 'gql.tada';
import { request } from 'graphql-request';
import { print } from '../support/print';
import { url } from '../support/url';
import type { introspection } from './__generated__/graphql-env.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; LocalDate: string; URI: string };
}>();

const PAPERS = graphql(`
  query PapersWithCode($topic: String!, $first: Int) {
    papers(first: $first, filter: { hasRepository: true, topics: { any: [$topic] } }, orderBy: { field: TITLE }) {
      nodes {
        id
        title
        firstSeenOn
        repositories(first: 1) {
          edges {
            link {
              kind
              availability
            }
            node {
              url
            }
          }
        }
      }
    }
  }
`);

const { papers } = await request(url, PAPERS, { topic: 'deep-learning-theory', first: 2 });
const lines = papers?.nodes.map(({ title, firstSeenOn, repositories: { edges } }) => {
  const day: string | null = firstSeenOn;
  const [first] = edges;
  const isThere: boolean = first?.link.availability === 'AVAILABLE';
  const address: string | undefined = first?.node.url;
  return { title: title.toLowerCase(), day, isThere, address };
});
print(lines);

/** What does not compile: nothing here is run. */
export async function wrong() {
  // @ts-expect-error The topic is a text.
  const { papers } = await request(url, PAPERS, { topic: 5 });
  // @ts-expect-error A paper has no name.
  print(papers?.nodes[0]?.name);
  // @ts-expect-error The kind is none of those that there are.
  return papers?.nodes[0]?.repositories.edges[0]?.link.kind === 'NOVEL';
}
