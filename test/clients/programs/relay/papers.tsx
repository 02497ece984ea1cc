import { graphql, usePaginationFragment } from 'react-relay';
import type { AllPapersPageQuery } from './__generated__/AllPapersPageQuery.graphql';
import type { papers_all$key } from './__generated__/papers_all.graphql';

export function AllPapers({ of }: { of: papers_all$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<AllPapersPageQuery, papers_all$key>(
    graphql`
      fragment papers_all on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
      @refetchable(queryName: "AllPapersPageQuery") {
        papers(first: $count, after: $cursor) @connection(key: "AllPapers_papers") {
          edges {
            node {
              id
              title
              firstSeenOn
            }
          }
        }
      }
    `,
    of,
  );
  const edges = data.papers?.edges ?? [];
  return (
    <section id="all" data-count={isLoadingNext ? undefined : edges.length}>
      {edges.map(({ node }) => (
        <p key={node.id}>{node.title}</p>
      ))}
      {hasNext && (
        <button type="button" onClick={() => loadNext(20)}>
          More
        </button>
      )}
    </section>
  );
}
