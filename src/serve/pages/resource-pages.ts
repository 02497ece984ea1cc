import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ResourceType, readResourcePath } from '../../resolve/resource/resource-path';
import { wayUp } from './html';
import { answerNowhere } from './nowhere';

/** Where things have their pages, as the router has it; which one is told by the path itself. */
export const RESOURCE_PATHS = [
  '/papers/:slug',
  '/topics/:slug',
  '/digests/:slug',
  '/code/*',
  '/:day(^\\d{4}-\\d{2}-\\d{2}.*)',
];

/** What a page shows of each. */
const SHOWN: Record<ResourceType, string> = {
  Paper: `title firstSeenOn excerpt
    authors { name }
    topics(first: 8) { nodes { id name resourcePath } }
    repositories(first: 20) { nodes { id nameWithOwner url } }
    relatedPapers(first: 5) { nodes { id title resourcePath } }`,
  Topic: `name description paperCount
    ancestors { id name resourcePath }
    children(first: 100) { nodes { id name resourcePath paperCount } }
    papers(first: 20) { nodes { id title resourcePath } }`,
  Repository: `nameWithOwner url paperCount
    papers(first: 20) { nodes { id title resourcePath } }`,
  Digest: `title newPaperCount
    papers(first: 100) { edges { rank movement node { id title resourcePath } } }`,
};

/** Leads from the pages of things to what the API says of them, see {@link leadToResource}. */
export function addResourcePages(http: FastifyInstance): void {
  for (const path of RESOURCE_PATHS) http.get(path, (request, reply) => leadToResource(http, request, reply));
}

/**
 * Leads from the page of a thing, `UniformResourceLocatable.resourcePath`, to what the API says of it: a person to the query in
 * the page there, a program to its answer.
 */
export function leadToResource(http: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const url = request.url.replace(/\?.*$/s, '');
  const resource = readResourcePath(url);
  if (!resource) return answerNowhere(http, request, reply);
  const asked = new URLSearchParams({ query: queryOf(resource.type), variables: JSON.stringify({ url }) });
  return reply.redirect(`${wayUp(request.url)}graphql?${asked}`);
}

/** The operation that tells of a thing by its address. */
export function queryOf(type: ResourceType): string {
  return `query ${type}($url: String!) {
  resource(url: $url) {
    __typename
    ... on ${type} {
      id
      ${SHOWN[type].replaceAll('\n    ', '\n      ')}
    }
  }
}
`;
}
