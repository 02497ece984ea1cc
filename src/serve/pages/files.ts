import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../../config';
import { Answer, give, rawHeaders } from '../http/answer';
import { Content } from '../http/content';
import { vary } from '../http/vary';
import { FAVICON } from './favicon';
import { schemaText } from './schema-text';

/** How long a copy holds without a question, in seconds: a day of what never changes, and minutes of what a release may. */
const ICON_HOLDS = 86_400;
const SCHEMA_HOLDS = 300;

/** Serves what is the same as long as the process runs: the icon, and the schema where it may be read. */
export function addFiles(http: FastifyInstance, schema: GraphQLSchema, { introspection }: Config): void {
  const icon = () => fileOf(FAVICON, 'image/svg+xml', ICON_HOLDS);
  serve(http, ['/favicon.svg', '/favicon.ico'], icon);
  if (!introspection) return;
  // As text: a browser shows it, where it would save what it does not know.
  serve(http, ['/schema.graphql'], () => fileOf(schemaText(schema), 'text/plain; charset=utf-8', SCHEMA_HOLDS));
}

/** @param make is called once, when somebody asks */
function serve(http: FastifyInstance, paths: readonly string[], make: () => Answer): void {
  let file: Answer | undefined;
  for (const path of paths) {
    http.get(path, async (request, reply) => {
      file ??= make();
      const wire = await file.wireFor(request.raw);
      vary(reply, 'Accept-Encoding');
      give(wire, reply.hijack().raw, rawHeaders(reply.getHeaders() as OutgoingHttpHeaders));
    });
  }
}

function fileOf(text: string, type: string, seconds: number): Answer {
  const plain = Buffer.from(text);
  const tag = createHash('sha256').update(plain).digest('base64url');
  return new Answer(new Content(plain), type, ['cache-control', `public, max-age=${seconds}`], tag, null);
}
