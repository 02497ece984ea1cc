/** A front end on Relay: all papers by pages, a topic with a list of its own, and a paper that is asked for again. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { graphql, RelayEnvironmentProvider, useLazyLoadQuery } from 'react-relay';
import type { appQuery } from './__generated__/appQuery.graphql';
import { environment, sent } from './environment';
import { AllPapers } from './papers';
import { RelatedPapers } from './related';
import { TopicPapers } from './topic';

function App() {
  const data = useLazyLoadQuery<appQuery>(
    graphql`
      query appQuery($topic: String!, $paper: String!) {
        ...papers_all
        topic(slug: $topic) {
          ...topic_papers
        }
        paper(by: { slug: $paper }) {
          ...related_papers
        }
      }
    `,
    {
      topic: 'deep-learning-theory',
      paper: 'neural-collapse-in-deep-linear-networks-from-balanced-to-imbalanced-data',
    },
  );
  return (
    <>
      <AllPapers of={data} />
      {data.topic && <TopicPapers of={data.topic} />}
      {data.paper && <RelatedPapers to={data.paper} />}
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Suspense fallback="Loading">
        <App />
      </Suspense>
    </RelayEnvironmentProvider>
  </StrictMode>,
);

/** For the test: what was sent, and what the store holds, by the keys of its records. */
Object.assign(globalThis, { sent, stored: () => environment.getStore().getSource().toJSON() });
