import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql';

const SEARCH = graphql(`
  query Search($query: String!) {
    search(query: $query, prefix: true, first: 10) {
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
    }
  }
`);

export function Search() {
  const [query, setQuery] = useState('');
  const { data, previousData } = useQuery(SEARCH, { variables: { query }, skip: query === '' });
  const found = (data ?? previousData)?.search;
  return (
    <section>
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
    </section>
  );
}
