import { Field, ID, InterfaceType } from 'type-graphql';

/** What every object with an id shares. The id itself is made by the node resolver from the type and its public key. */
@InterfaceType('Node', {
  description:
    'An object that `node(id)` can fetch again, as Relay and Apollo Client expect. What has no id (an edge, a page, evidence, a trend) is part of the object that it was asked of, and to be cached with it.',
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Global id, opaque to clients. That of a paper, topic, repository, digest, link or benchmark is made from its public key (a slug, or host/owner/name), so the same thing has the same id in every Offprint database; that of a change holds in one.',
  })
  id?: string;
}
