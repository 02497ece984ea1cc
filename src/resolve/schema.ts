import { GraphQLSchema, isInputObjectType } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { BenchmarkResolver } from './benchmark/benchmark';
import { callDirectly } from './call-directly';
import { ChangeResolver } from './change/change';
import { LiveResolver } from './change/live';
import { CorpusResolver } from './corpus';
import { DigestResolver } from './digest/digest';
import { DigestChangesResolver, DigestChangesSinceResolver } from './digest/digest-changes';
import { NodeResolver } from './node';
import { PaperCitationResolver } from './paper/citation';
import { PaperResolver } from './paper/paper';
import { PaperLinkResolver } from './paper/paper-link';
import { RelatedResolver } from './paper/related';
import { TrendingResolver } from './paper/trending';
import { LinkStatementsResolver } from './record/link-statements';
import { PaperFactsResolver } from './record/paper-facts';
import { PaperRecordResolver } from './record/paper-record';
import { RepositoryFactsResolver } from './record/repository-facts';
import { ReferenceResolver } from './reference/reference';
import { RepositoryResolver } from './repository/repository';
import { ResourceResolver } from './resource/resource';
import { SearchResolver } from './search/search';
import { SearchFacetsResolver } from './search/search-facets';
import { TopicResolver } from './topic/topic';

/** The library asks for one wherever there are subscriptions; those here bring their own events. */
const unused: PubSub = {
  publish: () => {
    throw new Error('PubSub: nothing is published here; see ChangeFeed');
  },
  subscribe: () => {
    throw new Error('PubSub: nothing is subscribed to here; see ChangeFeed');
  },
};

/** Inputs of which exactly one field is given: `@oneOf`, for which type-graphql has no word yet. */
const ONE_OF = ['PaperKey'];

/** The executable schema: every noun and its resolver. */
export function buildSchema(): GraphQLSchema {
  const built = buildSchemaSync({
    resolvers: [
      BenchmarkResolver,
      ChangeResolver,
      CorpusResolver,
      DigestResolver,
      DigestChangesResolver,
      DigestChangesSinceResolver,
      LinkStatementsResolver,
      LiveResolver,
      NodeResolver,
      PaperCitationResolver,
      PaperFactsResolver,
      PaperRecordResolver,
      PaperResolver,
      PaperLinkResolver,
      ReferenceResolver,
      RelatedResolver,
      RepositoryFactsResolver,
      RepositoryResolver,
      ResourceResolver,
      SearchResolver,
      SearchFacetsResolver,
      TopicResolver,
      TrendingResolver,
    ],
    validate: false,
    // Apollo Server checks the schema as well, and so does a test.
    skipCheck: true,
    pubSub: unused,
  });
  const schema = inOrder(built);
  for (const name of ONE_OF) setOneOf(schema, name);
  callDirectly(schema);
  const query = schema.getQueryType();
  if (query)
    query.description =
      'Where every question begins: look-ups by key or address, and lists of everything. A field here that takes arguments is null when one of them is refused, here or further down, and the error says which; the fields beside it are answered all the same. Lists below are never null. An argument or a condition that is null counts as left out.';
  const subscription = schema.getSubscriptionType();
  if (subscription) {
    subscription.description =
      'What clients hear of as it happens. Send it to this address over WebSocket (protocol graphql-transport-ws), or by POST with the header `Accept: text/event-stream`; a GET is for queries alone. Each event has a cursor: after a connection broke, subscribe again with `after` and the cursor of the last event, and nothing is missed.';
  }
  return schema;
}

/** @throws Error when there is no such input */
function setOneOf(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name}: expected an input type, got ${String(type)}`);
  type.isOneOf = true;
}

/** The same schema with its types in the order in which they are met from Query on, whatever file was loaded first. */
function inOrder(schema: GraphQLSchema): GraphQLSchema {
  const { types, ...config } = schema.toConfig();
  const roots = [config.query, config.subscription].flatMap((root) => root ?? []);
  const others = types.filter((type) => !roots.includes(type as (typeof roots)[number]));
  return new GraphQLSchema({
    ...config,
    types: [...roots, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))],
  });
}
