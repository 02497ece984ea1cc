import { useQuery, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from './gql';

const NOW = graphql(`
  query Now {
    changes(last: 1) {
      pageInfo {
        endCursor
      }
    }
  }
`);
const PAPER_ADDED = graphql(`
  subscription PaperAdded($after: String) {
    paperAdded(after: $after) {
      cursor
      paper {
        id
        title
      }
    }
  }
`);

export function Live() {
  const [titles, setTitles] = useState(new Map<string, string>());
  const { data } = useQuery(NOW, { fetchPolicy: 'no-cache' });
  const after = data?.changes?.pageInfo.endCursor;
  useSubscription(PAPER_ADDED, {
    variables: { after },
    skip: !data,
    onData: ({ client, data: { data } }) => {
      if (!data) return;
      const { id, title } = data.paperAdded.paper;
      setTitles((known) => new Map(known).set(id, title));
      client.refetchQueries({ include: ['Papers'] });
    },
  });
  return <p>New: {[...titles.values()].join(', ') || 'nothing yet'}</p>;
}
