import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Context } from '../resolve/context';
import type { Admission } from './admit/admission';
import { Documents } from './documents';
import { drain } from './drain';
import { executing, stringifyResult } from './executing';
import { createErrorFormatter } from './format-error';
import { statusOfRefusal } from './response-status';
import { tellStorable } from './storable';

/** The GraphQL server, not yet started, that drains the given HTTP server when it stops. */
export function createApolloServer(
  schema: GraphQLSchema,
  http: FastifyInstance,
  config: Config,
  admission: Admission,
  logger: Logger,
): ApolloServer<Context> {
  const { limits, sandbox } = config;
  const formatError = createErrorFormatter(logger);
  return new ApolloServer<Context>({
    schema,
    // Operations are validated where those of every transport are; so is whether they may ask for the schema.
    dangerouslyDisableValidation: true,
    introspection: true,
    documentStore: new Documents(),
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    stringifyResult,
    logger,
    plugins: [
      executing(admission, limits, formatError),
      statusOfRefusal,
      // In place of Apollo's, which looks at every field for rules that this schema does not have.
      ApolloServerPluginCacheControlDisabled(),
      // Loaded with all that it writes traces with, only to find that this is no subgraph.
      ApolloServerPluginInlineTraceDisabled(),
      tellStorable,
      // Also in production: the data is open, and the address is worth nothing to a person without it.
      sandbox
        ? ApolloServerPluginLandingPageLocalDefault({ embed: true, footer: false })
        : ApolloServerPluginLandingPageDisabled(),
      { serverWillStart: async () => ({ drainServer: () => drain(http, config.shutdownGraceMs) }) },
    ],
  });
}
