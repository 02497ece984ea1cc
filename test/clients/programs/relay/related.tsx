import { useTransition } from 'react';
import { graphql, useRefetchableFragment } from 'react-relay';
import type { RelatedPapersRefetchQuery } from './__generated__/RelatedPapersRefetchQuery.graphql';
import type { related_papers$key } from './__generated__/related_papers.graphql';

/** What is like a paper; with other arguments the paper is asked for again, by its id. */
export function RelatedPapers({ to }: { to: related_papers$key }) {
  const [isPending, startTransition] = useTransition();
  const [data, refetch] = useRefetchableFragment<RelatedPapersRefetchQuery, related_papers$key>(
    graphql`
      fragment related_papers on Paper
      @argumentDefinitions(count: { type: "Int", defaultValue: 2 })
      @refetchable(queryName: "RelatedPapersRefetchQuery") {
        relatedPapers(first: $count) {
          edges {
            sharedTerms
            node {
              id
              title
            }
          }
        }
      }
    `,
    to,
  );
  return (
    <section id="related" data-count={isPending ? undefined : data.relatedPapers.edges.length}>
      {data.relatedPapers.edges.map(({ sharedTerms, node }) => (
        <p key={node.id} title={sharedTerms.join(', ')}>
          {node.title}
        </p>
      ))}
      <button type="button" onClick={() => startTransition(() => void refetch({ count: 6 }))}>
        More like it
      </button>
    </section>
  );
}
