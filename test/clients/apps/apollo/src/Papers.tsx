import { useQuery } from '@apollo/client/react';
import { graphql } from './gql';

const PAPERS = graphql(`
  query Papers($after: String) {
    papers(first: 20, after: $after) {
      totalCount
      nodes {
        id
        title
        firstSeenOn
        topics(first: 3) {
          nodes {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Papers() {
  const { data, error, fetchMore } = useQuery(PAPERS);
  if (error) return <p>{error.message}</p>;
  if (!data?.papers) return <p>…</p>;
  const { totalCount, nodes, pageInfo } = data.papers;
  return (
    <section>
      <h1>{totalCount} papers</h1>
      <ul>
        {nodes.map(({ id, title, firstSeenOn, topics }) => (
          <li key={id}>
            {title} ({firstSeenOn}): {topics.nodes.map(({ name }) => name).join(', ')}
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } })}>
          More
        </button>
      )}
    </section>
  );
}
