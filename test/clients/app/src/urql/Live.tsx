import { useSubscription } from 'urql';
import { graphql } from '../graphql';

const PAPER_ADDED = graphql(`
  subscription PaperAdded {
    paperAdded {
      cursor
      paper {
        id
        title
      }
    }
  }
`);

export function Live() {
  const [{ data }] = useSubscription({ query: PAPER_ADDED });
  return <p>New: {data?.paperAdded.paper.title ?? 'nothing yet'}</p>;
}
