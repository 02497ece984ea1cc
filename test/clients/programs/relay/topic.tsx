import { graphql, usePaginationFragment } from 'react-relay';
import type { TopicPapersPageQuery } from './__generated__/TopicPapersPageQuery.graphql';
import type { topic_papers$key } from './__generated__/topic_papers.graphql';

/** The papers of a topic; each further page is asked of the topic as a node. */
export function TopicPapers({ of }: { of: topic_papers$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<TopicPapersPageQuery, topic_papers$key>(
    graphql`
      fragment topic_papers on Topic
      @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
      @refetchable(queryName: "TopicPapersPageQuery") {
        name
        paperCount
        papers(first: $count, after: $cursor) @connection(key: "TopicPapers_papers") {
          edges {
            score
            node {
              id
              title
              excerpt(length: 80)
            }
          }
        }
      }
    `,
    of,
  );
  return (
    <section id="topic" data-count={isLoadingNext ? undefined : data.papers.edges.length} data-total={data.paperCount}>
      {data.papers.edges.map(({ score, node }) => (
        <p key={node.id} title={score.toFixed(2)}>
          {node.title}
        </p>
      ))}
      {hasNext && (
        <button type="button" onClick={() => loadNext(10)}>
          More on {data.name}
        </button>
      )}
    </section>
  );
}
