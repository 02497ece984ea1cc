import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from './gql';

const SEARCH = graphql(`
  query Search($query: String!, $after: String) {
    search(query: $query, prefix: true, first: 10, after: $after) {
      totalCount
      suggestion
      nodes {
        __typename
        ... on Paper {
          id
          title
        }
        ... on Topic {
          id
          name
        }
        ... on Repository {
          id
          nameWithOwner
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the server calls an error; nothing for what it did not say, such as a lost connection. */
const codeOf = (error: unknown) => CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.code;

export function Search() {
  const [query, setQuery] = useState('');
  const { data, previousData, fetchMore, refetch } = useQuery(SEARCH, { variables: { query }, skip: query === '' });
  const found = (data ?? previousData)?.search;
  const more = () =>
    fetchMore({ variables: { after: found?.pageInfo.endCursor } }).catch((error) => {
      if (codeOf(error) === 'CURSOR_OUT_OF_DATE') refetch();
    });
  return (
    <search>
      <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      {found?.suggestion && <p>Did you mean {found.suggestion}?</p>}
      <ol>
        {found?.nodes.map((result) => (
          <li key={result.id}>
            {result.__typename === 'Paper' && result.title}
            {result.__typename === 'Topic' && `Topic: ${result.name}`}
            {result.__typename === 'Repository' && `Code: ${result.nameWithOwner}`}
          </li>
        ))}
      </ol>
      {found?.pageInfo.hasNextPage && (
        <button type="button" onClick={more}>
          More of {found.totalCount}
        </button>
      )}
    </search>
  );
}
