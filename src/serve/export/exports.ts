import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { createLoaders } from '../../batch/loaders';
import type { Config } from '../../config';
import { openSnapshot, type Snapshot } from '../../copy/snapshot';
import type { ExportFilter } from '../../export/export-filter';
import { type ExportHead, licencesOf, readExportHead } from '../../export/export-head';
import { exportPapers } from '../../export/export-papers';
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from '../../export/formats';
import { expectTopics } from '../../resolve/known-slugs';
import { Work } from '../../store/reading/work';
import type { Store } from '../../store/store';
import { hasTag } from '../http/answer';
import { codingFor, encoder } from '../http/codings';
import { vary } from '../http/vary';
import { STORABLE } from '../kept-answers/storable';
import type { Quota } from '../quota/quota';
import type { Requests } from '../requests';
import { paced } from './paced';
import { readExportQuery } from './read-export-query';
import { busy, type Refusal, refusalOf } from './refusals';

/** Exports of a process at once: each holds a connection of its own, and one moment of the database. */
const MOST_AT_ONCE = 2;

/** How long an export may take, in milliseconds: for so long the database keeps what was deleted since it began. */
const LONGEST = 3_600_000;

/** What exports are made with. */
export interface ExportParts {
  store: Pick<Store, 'presence'>;
  requests: Requests;
  quota: Quota;
  logger: Logger;
}

/** Papers on their way to one client. */
interface Export {
  snapshot: Snapshot;
  head: ExportHead;
  close(): void;
}

/** Serves papers as files: `/export/papers.bib?topic=…&since=…` and so on. */
export function addExports(http: FastifyInstance, parts: ExportParts, config: Config): void {
  const exports = new Exports(parts, config);
  for (const format of EXPORT_FORMATS) {
    http.route({
      method: ['GET', 'HEAD'],
      url: `/export/papers.${format}`,
      handler: (request, reply) => exports.answer(format, request, reply),
    });
  }
}

/** Sends papers, each file of one moment of the database, as fast as its client takes it and no faster than others allow. */
class Exports {
  private underWay = 0;

  constructor(
    private readonly parts: ExportParts,
    private readonly config: Pick<Config, 'databaseUrl' | 'replicaUrl'>,
  ) {}

  async answer(format: ExportFormat, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    let opened: Export;
    try {
      const filter = readExportQuery(request.query);
      if (this.underWay >= MOST_AT_ONCE) return refuse(reply, busy(MOST_AT_ONCE));
      opened = await this.open(filter);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      if (refusal.status === 503) this.parts.logger.error({ err: error }, 'An export could not begin');
      return refuse(reply, refusal);
    }
    const tag = sayHead(reply, format, opened.head);
    const isKnown = hasTag(request.headers['if-none-match'], tag);
    if (!isKnown && request.method !== 'HEAD') return this.send(format, opened, request, reply);
    opened.close();
    reply
      .hijack()
      .raw.writeHead(isKnown ? 304 : 200, reply.getHeaders() as OutgoingHttpHeaders)
      .end();
    return reply;
  }

  private async open(filter: ExportFilter): Promise<Export> {
    const { store, logger } = this.parts;
    this.underWay += 1;
    let snapshot: Snapshot | undefined;
    const close = (): void => {
      this.underWay -= 1;
      snapshot?.close().catch((error: unknown) => logger.warn({ err: error }, 'An export did not end as it should'));
    };
    try {
      store.presence.check();
      const { databaseUrl, replicaUrl } = this.config;
      snapshot = await (replicaUrl === null
        ? openSnapshot('DATABASE_URL', databaseUrl)
        : openSnapshot('DATABASE_REPLICA_URL', replicaUrl));
      await expectTopics('topic', filter.topics, createLoaders(snapshot.db));
      return { snapshot, head: await readExportHead(snapshot.db, filter), close };
    } catch (error) {
      close();
      throw error;
    }
  }

  private send(
    format: ExportFormat,
    { snapshot, head, close }: Export,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const { requests, quota } = this.parts;
    const work = new Work(LONGEST);
    reply.raw.once('close', () => work.leave());
    const { client } = requests.originOf(request.raw);
    const papers = exportPapers(snapshot.db, format, head);
    const pieces = Readable.from(paced(papers, { client, quota, work, cutOff: () => reply.raw.destroy() }));
    pieces.once('close', close);
    // The client may have gone before there was anything to send.
    if (reply.raw.destroyed) pieces.destroy();
    const coding = codingFor(request.headers['accept-encoding'], Number.POSITIVE_INFINITY);
    const coder = encoder(coding);
    if (!coder) return reply.send(pieces);
    // What breaks it off ends both.
    pipeline(pieces, coder, () => undefined);
    return reply.header('content-encoding', coding).send(coder);
  }
}

/** Says what a file is, and gives its tag. */
function sayHead(reply: FastifyReply, format: ExportFormat, head: ExportHead): string {
  const { corpusVersion, updatedAt, filter } = head;
  const made = JSON.stringify([format, corpusVersion, updatedAt, filter]);
  // A weak one: as a coding has it, and as a later version of Offprint writes it, it says the same.
  const tag = `W/"${createHash('sha256').update(made).digest('base64url')}"`;
  const licences = licencesOf(head).map((name) => `<https://spdx.org/licenses/${name}.html>; rel="license"`);
  vary(reply, 'Accept-Encoding');
  reply.headers({
    'content-type': MEDIA_TYPES[format],
    'content-disposition': `attachment; filename="papers.${format}"`,
    'cache-control': STORABLE,
    etag: tag,
    'x-offprint-corpus-version': String(corpusVersion),
    ...(licences.length > 0 && { link: licences.join(', ') }),
  });
  return tag;
}

function refuse(reply: FastifyReply, { status, retryAfter, error }: Refusal): FastifyReply {
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter));
  const { message, extensions } = error;
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions }] });
}
