import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type BuiltExplore, readExploreFile } from '../../built-explore';
import type { Config } from '../../config';
import { Answer, give, rawHeaders } from '../http/answer';
import { Content } from '../http/content';
import { vary } from '../http/vary';
import { FAVICON } from './favicon';
import { schemaText } from './schema-text';

/** How long a copy holds without a question, in seconds: a day of what never changes, and minutes of what a release may. */
const ICON_HOLDS = 86_400;
const SCHEMA_HOLDS = 300;

/** Of what is called by its bytes, for as long as caches go: a year. */
export const NAMED_BY_BYTES = 'public, max-age=31536000, immutable';

/** The types of the files of the page at `/graphql`, by their endings. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/**
 * Serves what is the same as long as the process runs: the icon, the files of the page at `/graphql`, and the schema where it may
 * be read.
 *
 * @param explore null where there is no such page
 */
export function addFiles(
  http: FastifyInstance,
  schema: GraphQLSchema,
  explore: BuiltExplore | null,
  { introspection }: Config,
): void {
  const icon = () => fileOf(Buffer.from(FAVICON), 'image/svg+xml', `public, max-age=${ICON_HOLDS}`);
  serveFile(http, ['/favicon.svg', '/favicon.ico'], icon);
  for (const name of explore?.names ?? []) {
    const type = TYPES[extname(name)] as string;
    serveFile(http, [`/explore/${name}`], () => fileOf(readExploreFile(name), type, NAMED_BY_BYTES));
  }
  if (!introspection) return;
  // As text: a browser shows it, where it would save what it does not know.
  const text = () => Buffer.from(schemaText(schema));
  serveFile(http, ['/schema.graphql'], () =>
    fileOf(text(), 'text/plain; charset=utf-8', `public, max-age=${SCHEMA_HOLDS}`),
  );
}

/** @param make is called once, when somebody asks */
export function serveFile(http: FastifyInstance, paths: readonly string[], make: () => Answer): void {
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

/**
 * A file as it is given out.
 *
 * @param kept how long copies of it hold, as `Cache-Control` says it
 */
export function fileOf(plain: Buffer, type: string, kept: string): Answer {
  const tag = createHash('sha256').update(plain).digest('base64url');
  return new Answer(new Content(plain), type, ['cache-control', kept], tag, null);
}
