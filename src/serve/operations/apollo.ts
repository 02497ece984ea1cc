import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../../config';
import type { Admission } from '../admit/admission';
import type { ServedContext } from '../call';
import { drain } from '../http/drain';
import { tellStorable } from '../kept-answers/storable';
import type { Observer } from '../telemetry/observer';
import { observing } from '../telemetry/observing';
import type { Executor } from './execute-operation';
import { executing, stringifyResult } from './executing';
import type { ErrorFormatter } from './format-error';
import type { RememberedDocuments } from './remembered-documents';
import { statusOfRefusal } from './response-status';

/** What the GraphQL server works with. */
export interface ApolloParts {
  schema: GraphQLSchema;
  http: FastifyInstance;
  admission: Admission;
  executor: Executor;
  observer: Observer;
  documents: RememberedDocuments;
  formatError: ErrorFormatter;
}

/** The GraphQL server, not yet started, that drains the given HTTP server when it stops. */
export function createApolloServer(
  { schema, http, admission, executor, observer, documents, formatError }: ApolloParts,
  config: Config,
  logger: Logger,
): ApolloServer<ServedContext> {
  const { limits } = config;
  return new ApolloServer<ServedContext>({
    schema,
    documentStore: documents,
    // Operations are validated where those of every transport are; so is whether they may ask for the schema.
    dangerouslyDisableValidation: true,
    introspection: true,
    // A GET reads, and nothing is known by a cookie: there is nothing to forge. What may change something is a POST, and
    // the HTTP server reads none but of JSON, which no page of another site sends without asking first.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error),
    stringifyResult,
    logger,
    plugins: [
      executing(admission, executor, limits, formatError),
      statusOfRefusal,
      // In place of Apollo's, which looks at every field for rules that this schema does not have.
      ApolloServerPluginCacheControlDisabled(),
      // Loaded with all that it writes traces with, only to find that this is no subgraph.
      ApolloServerPluginInlineTraceDisabled(),
      tellStorable,
      observing(observer),
      // People get a page of this server's own.
      ApolloServerPluginLandingPageDisabled(),
      { serverWillStart: async () => ({ drainServer: () => drain(http, config.shutdownGraceMs) }) },
    ],
  });
}
