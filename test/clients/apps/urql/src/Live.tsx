import { useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import { graphql } from './graphql';

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

export function Live({ onAdded }: { onAdded(cursor: string): void }) {
  const [{ data: now }] = useQuery({ query: NOW, requestPolicy: 'network-only' });
  const after = now?.changes?.pageInfo.endCursor;
  const [{ data }] = useSubscription({ query: PAPER_ADDED, variables: { after }, pause: !now });
  const event = data?.paperAdded;
  useEffect(() => {
    if (event) onAdded(event.cursor);
  }, [event, onAdded]);
  return <p>New: {event?.paper.title ?? 'nothing yet'}</p>;
}
