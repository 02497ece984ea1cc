import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countParts, type Listed, repositoriesOfPart, slugsOfPart } from '../../../lists/look-up/parts';
import { pathOfRepository, pathOfSlug } from '../../../resolve/resource/resource-path';
import type { Db } from '../../../store/sql';
import { escapeHtml } from '../../../text/html';
import { give, rawHeaders } from '../../http/answer';
import { toErrorBody } from '../../http/refuse';
import { vary } from '../../http/vary';
import type { AnswerCache } from '../../kept-answers/answer-cache';
import type { Quota } from '../../quota/quota';
import type { Requests } from '../../requests';
import { fileOf, serveFile } from '../files';

/** Addresses of a part, at most: the protocol has 50,000, and one of so many is made without keeping anybody waiting. */
const MOST_OF_PART = 5_000;

/** How long copies of `/robots.txt` hold, in seconds. */
const ROBOTS_HOLDS = 3_600;

/** What a part, or the index, counts against a quota, in tenths of a millisecond. */
const COST = 100;

const KINDS: Readonly<Record<string, Listed>> = {
  papers: 'paper',
  topics: 'topic',
  issues: 'digest',
  repositories: 'repository',
};

/** What sitemaps are made with. */
export interface SitemapParts {
  /** What one request reads by. */
  read(): Db;
  cache: AnswerCache;
  requests: Requests;
  quota: Quota;
}

/** Serves `/robots.txt`, and where it is known under which address the server is reached, `/sitemap.xml` and its parts. */
export function addSitemap(http: FastifyInstance, parts: SitemapParts, publicUrl: string | null): void {
  const robots = () =>
    fileOf(Buffer.from(robotsText(publicUrl)), 'text/plain; charset=utf-8', `public, max-age=${ROBOTS_HOLDS}`);
  serveFile(http, ['/robots.txt'], robots);
  if (publicUrl === null) return;
  const answer = (request: FastifyRequest, reply: FastifyReply, make: (db: Db) => Promise<string | null>) =>
    answerWith(parts, request, reply, make);
  http.get('/sitemap.xml', (request, reply) => answer(request, reply, (db) => indexText(db, publicUrl)));
  http.get<{ Params: { part: string } }>('/sitemaps/:part', (request, reply) =>
    answer(request, reply, (db) => partText(db, publicUrl, request.params.part)),
  );
}

/** @param make gives the text; null where there is no such part */
async function answerWith(
  { read, cache, requests, quota }: SitemapParts,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (db: Db) => Promise<string | null>,
): Promise<FastifyReply> {
  const { client } = requests.originOf(request.raw);
  const isWithin = quota.take(client, COST);
  reply.headers(quota.headersFor(client));
  if (!isWithin) {
    const { message, extensions } = quota.refusal(client, COST);
    const retryAfter = String(extensions.retryAfter);
    return reply.code(429).header('retry-after', retryAfter).send(toErrorBody(message, 'QUOTA_EXCEEDED'));
  }
  vary(reply, 'Accept-Encoding');
  const key = `sitemap\n${request.url.replace(/\?.*$/s, '')}`;
  const { answer: kept, state } = await cache.find(key);
  let answer = kept;
  if (!answer) {
    const text = await make(read());
    if (text === null) return reply.code(404).send(toErrorBody(`${request.url}: nothing is here`, 'BAD_REQUEST'));
    answer = fileOf(Buffer.from(text), 'application/xml; charset=utf-8', 'no-cache');
  }
  const wire = await answer.wireFor(request.raw);
  if (!kept) void cache.keep(key, answer, state);
  give(wire, reply.hijack().raw, rawHeaders(reply.getHeaders() as OutgoingHttpHeaders));
  return reply;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

async function indexText(db: Db, publicUrl: string): Promise<string> {
  const lines: string[] = [];
  for (const [name, kind] of Object.entries(KINDS)) {
    const count = await countParts(db, kind, MOST_OF_PART);
    for (let part = 0; part < count; part += 1) {
      lines.push(`<sitemap><loc>${escapeHtml(`${publicUrl}/sitemaps/${name}-${part}.xml`)}</loc></sitemap>`);
    }
  }
  return `${HEAD}<sitemapindex ${XMLNS}>\n${lines.join('\n')}\n</sitemapindex>\n`;
}

async function partText(db: Db, publicUrl: string, file: string): Promise<string | null> {
  const [, name = '', number] = /^(\w+)-(\d{1,6})\.xml$/.exec(file) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind) return null;
  const paths = await pathsOf(db, kind, Number(number));
  if (paths.length === 0) return null;
  const lines = paths.map((path) => `<url><loc>${escapeHtml(publicUrl + path)}</loc></url>`);
  return `${HEAD}<urlset ${XMLNS}>\n${lines.join('\n')}\n</urlset>\n`;
}

async function pathsOf(db: Db, kind: Listed, part: number): Promise<string[]> {
  if (kind === 'repository') return (await repositoriesOfPart(db, part, MOST_OF_PART)).map(pathOfRepository);
  const type = { paper: 'Paper', topic: 'Topic', digest: 'Digest' } as const;
  return (await slugsOfPart(db, kind, part, MOST_OF_PART)).map((slug) => pathOfSlug(type[kind], slug));
}

/** What crawlers are asked: to leave alone what is no page, and pages of results, of which there is no end. */
function robotsText(publicUrl: string | null): string {
  const below = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  const left = ['/graphql', '/sandbox', '/search', '/export/'].map((path) => `Disallow: ${below}${path}`);
  const sitemap = publicUrl === null ? [] : ['', `Sitemap: ${publicUrl}/sitemap.xml`];
  return `${['User-agent: *', ...left, ...sitemap].join('\n')}\n`;
}
