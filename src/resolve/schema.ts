import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { CorpusResolver } from './corpus';
import { DigestResolver } from './digest';
import { DigestChangesResolver, DigestChangesSinceResolver } from './digest-changes';
import { NodeResolver } from './node';
import { PaperResolver } from './paper';
import { PaperLinkResolver } from './paper-link';
import { RelatedResolver } from './related';
import { RepositoryResolver } from './repository';
import { ResourceResolver } from './resource';
import { SearchResolver } from './search';
import { SearchFacetsResolver } from './search-facets';
import { TopicResolver } from './topic';
import { TrendingResolver } from './trending';

/** The executable schema: every noun and its resolver. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CorpusResolver,
      DigestResolver,
      DigestChangesResolver,
      DigestChangesSinceResolver,
      NodeResolver,
      PaperResolver,
      PaperLinkResolver,
      RelatedResolver,
      RepositoryResolver,
      ResourceResolver,
      SearchResolver,
      SearchFacetsResolver,
      TopicResolver,
      TrendingResolver,
    ],
    validate: false,
  });
  const query = schema.getQueryType();
  if (query) query.description = 'Where every question begins: look-ups by key or address, and lists of everything.';
  return schema;
}
