import { Field, InterfaceType } from 'type-graphql';
import { Node } from './node';
import { UriScalar } from './scalars';

/** What every object with an address shares; `ResourceResolver` makes both from the type and the public key. */
@InterfaceType('UniformResourceLocatable', {
  implements: Node,
  description: 'An object with an address, which `resource(url)` leads back from.',
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class UniformResourceLocatable extends Node {
  @Field(() => UriScalar, {
    description:
      'Its address on the web: of a repository that on its code host, of all else that on this server (the setting PUBLIC_URL, then `resourcePath`).',
  })
  url?: string;

  @Field(() => UriScalar, {
    description:
      'Its path on this server, e.g. /papers/neural-collapse, /topics/domain-generalization, /code/github.com/owner/name or /2025-03-11. It stays as long as the public key.',
  })
  resourcePath?: string;
}
