import { Field, ID, InterfaceType } from 'type-graphql';

/** What every object with an id shares. The id itself is made by the node resolver from the type and its public key. */
@InterfaceType('Node', {
  description: 'An object that `node(id)` can fetch again, as Relay and Apollo Client expect.',
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Global id, opaque to clients. It is made from the public key (a slug, or host/owner/name), so the same thing has the same id in every Offprint database.',
  })
  id?: string;
}
