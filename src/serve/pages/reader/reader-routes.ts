import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../../config';
import type { View } from '../../../read/view';
import { archiveView } from '../../../read/views/archive';
import { issueView, newestIssueView } from '../../../read/views/issue';
import { missingView } from '../../../read/views/nothing';
import { paperView } from '../../../read/views/paper/paper';
import { repositoryView } from '../../../read/views/repository';
import { searchView } from '../../../read/views/search/search';
import { topicView } from '../../../read/views/topic';
import { topicsView } from '../../../read/views/topics';
import { type ReaderFiles, readReaderFiles } from '../../../reader-files';
import { type ResourceKey, readResourcePath } from '../../../resolve/resource/resource-path';
import { acceptedBy } from '../../http/accepted';
import { vary } from '../../http/vary';
import type { LiveOperations } from '../../live/live-operations';
import { fileOf, NAMED_BY_BYTES, serveFile } from '../files';
import { answerNowhere } from '../nowhere';
import { leadToResource, RESOURCE_PATHS } from '../resource-pages';
import { Asker } from './asker';
import { Reader, type ReaderParts } from './reader';

/** Pages that are of nothing in particular. */
const PAGES: Readonly<Record<string, (params: URLSearchParams) => View>> = {
  '/': (params) => newestIssueView(params.get('after')),
  '/archive': (params) => archiveView(params.get('after')),
  '/topics': () => topicsView(),
  '/search': searchView,
};

/**
 * Serves pages of what the server holds: at `/`, at the paths of things, and some beside. A program that would rather have JSON is
 * led to the answer of the API.
 */
export function addReader(
  http: FastifyInstance,
  operations: LiveOperations,
  parts: Omit<ReaderParts, 'asker' | 'files'>,
  config: Config,
): void {
  const read = readReaderFiles();
  const asker = new Asker(operations, read.operations);
  const reader = new Reader({ ...parts, asker, files: addReaderFiles(http, read) }, config);
  for (const [path, viewAt] of Object.entries(PAGES)) {
    http.get(path, (request, reply) => {
      vary(reply, 'Accept');
      const view = viewAt(paramsOf(request));
      return wantsPage(request) ? reader.answer(view, request, reply) : reader.lead(view, request, reply);
    });
  }
  for (const path of RESOURCE_PATHS) {
    http.get(path, (request, reply) => {
      vary(reply, 'Accept');
      if (!wantsPage(request)) return leadToResource(http, request, reply);
      const at = pathOf(request);
      const key = readResourcePath(at);
      const view = key ? viewOfResource(key, at, paramsOf(request)) : viewOfMisspelt(at);
      return view ? reader.answer(view, request, reply) : answerNowhere(http, request, reply);
    });
  }
}

/** Serves the style sheet and the script, under names of their bytes; gives these. */
function addReaderFiles(http: FastifyInstance, { style, script }: ReaderFiles): ReaderParts['files'] {
  const add = (name: string, ending: string, bytes: Buffer, type: string): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const path = `/read/${name}.${hash}.${ending}`;
    serveFile(http, [path], () => fileOf(bytes, type, NAMED_BY_BYTES));
    return path;
  };
  return {
    style: add('style', 'css', style, 'text/css; charset=utf-8'),
    script: add('script', 'js', script, 'text/javascript; charset=utf-8'),
  };
}

function viewOfResource({ type, key }: ResourceKey, path: string, params: URLSearchParams): View {
  const after = params.get('after');
  switch (type) {
    case 'Paper':
      return paperView(key);
    case 'Topic':
      return topicView(key, after);
    case 'Digest':
      return issueView(key, path, after);
    case 'Repository':
      return repositoryView(path, after);
  }
}

/** What leads to the nearest things from a name that none can have, such as one in capitals; null where it is not even a name. */
function viewOfMisspelt(path: string): View | null {
  const [, room = '', written = ''] = /^\/(papers|topics|digests|code)\/(.+)$/.exec(path) ?? [];
  const name = decodeURIComponent(written).trim();
  if (name === '' || /\p{C}/u.test(name)) return null;
  return missingView(KINDS[room as keyof typeof KINDS], name, path);
}

const KINDS = { papers: 'paper', topics: 'topic', digests: 'issue', code: 'repository' } as const;

/** Whether a page is right for who asks: people, and programs that do not say that they would rather have JSON. */
function wantsPage(request: FastifyRequest): boolean {
  return acceptedBy(request.headers.accept).takesHtml;
}

function pathOf({ url }: FastifyRequest): string {
  return url.replace(/\?.*$/s, '').replace(/(?<=.)\/$/, '');
}

function paramsOf({ url }: FastifyRequest): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
}
