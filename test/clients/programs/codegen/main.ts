/** Queries whose types GraphQL Code Generator wrote: one of this file, and one of the examples. */
import { request } from 'graphql-request';
import { print } from '../support/print';
import { url } from '../support/url';
import { type FragmentType, graphql, useFragment as read } from './__generated__';
import { TopicTreeDocument } from './__generated__/graphql';

const CARD = graphql(`
  fragment Card on Paper {
    id
    title
    firstSeenOn
    authors {
      name
    }
  }
`);
const FOUND = graphql(`
  query Found($query: String!) {
    search(query: $query, types: [PAPER], first: 3) {
      totalCount
      edges {
        score
        node {
          __typename
          ... on Paper {
            ...Card
          }
        }
      }
    }
  }
`);

/** A part of a screen that sees what it asks for alone. */
function cardOf(paper: FragmentType<typeof CARD>) {
  const { title, firstSeenOn, authors } = read(CARD, paper);
  const day: string | null | undefined = firstSeenOn;
  const names: string[] | undefined = authors?.map(({ name }) => name);
  return { title: title.toLowerCase(), day, names };
}

const { search } = await request(url, FOUND, { query: 'neural collapse' });
const cards = search?.edges.flatMap(({ node }) => (node.__typename === 'Paper' ? [cardOf(node)] : []));
const { topics } = await request(url, TopicTreeDocument);
print({ cards, roots: topics?.nodes.map(({ name, paperCount }) => `${name} ${paperCount.toFixed()}`) });

/** What does not compile: nothing here is run. */
export async function wrong() {
  // @ts-expect-error The query is a text, and must be there.
  const { search } = await request(url, FOUND, { query: 5 });
  // @ts-expect-error A result has no rank.
  print(search?.edges[0]?.rank);
  const node = search?.edges[0]?.node;
  // @ts-expect-error The title is seen by who reads the fragment.
  return node?.__typename === 'Paper' && node.title;
}
