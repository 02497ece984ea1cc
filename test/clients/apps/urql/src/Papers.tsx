import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from './graphql';

const PAPERS = graphql(`
  query Papers($after: String) {
    papers(first: 20, after: $after) {
      totalCount
      nodes {
        id
        title
        firstSeenOn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Papers() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }] = useQuery({ query: PAPERS, variables: { after }, requestPolicy: 'cache-and-network' });
  if (error) return <p>{error.message}</p>;
  if (!data?.papers) return <p>…</p>;
  const { totalCount, nodes, pageInfo } = data.papers;
  return (
    <section>
      <h1>{totalCount} papers</h1>
      <ul>
        {nodes.map(({ id, title, firstSeenOn }) => (
          <li key={id}>
            {title} ({firstSeenOn})
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <button type="button" onClick={() => setAfter(pageInfo.endCursor)}>
          More
        </button>
      )}
    </section>
  );
}
