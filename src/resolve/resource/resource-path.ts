import { repositoryKey } from '../../extract/links/repository-key';
import { isSlug } from '../public-keys';

/** What has a page. */
export type ResourceType = 'Paper' | 'Topic' | 'Repository' | 'Digest';

/** A thing by its type and public key, as global ids have them. */
export interface ResourceKey {
  type: ResourceType;
  key: string;
}

/** A digest's slug that begins with its day: no other page of the server begins so. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The path of a paper, topic or digest on this server. */
export function pathOfSlug(type: Exclude<ResourceType, 'Repository'>, slug: string): string {
  const name = encodeURIComponent(slug);
  switch (type) {
    case 'Paper':
      return `/papers/${name}`;
    case 'Topic':
      return `/topics/${name}`;
    case 'Digest':
      return DAY.test(slug) ? `/${name}` : `/digests/${name}`;
  }
}

/** The path of a repository on this server. The owner on GitLab is a path itself. */
export function pathOfRepository({ host, owner, name }: { host: string; owner: string; name: string }): string {
  return ['/code', ...[host, ...owner.split('/'), name].map(encodeURIComponent)].join('/');
}

/**
 * What an address of this server, or a path on it, leads to; null for one elsewhere, and for one that nothing has.
 *
 * @param publicUrl the address of this server
 */
export function readOwnAddress(publicUrl: string, url: string): ResourceKey | null {
  const text = url.trim();
  const begin = publicUrl.toLowerCase();
  const path = text.toLowerCase().startsWith(begin) ? text.slice(begin.length) : text;
  return readResourcePath(path.replace(/[?#].*$/s, ''));
}

/** What a path on this server leads to, whether it is there or not; null for a path that nothing has. */
export function readResourcePath(path: string): ResourceKey | null {
  const parts = decode(path);
  if (!parts) return null;
  const [room = '', ...names] = parts;
  const [slug = ''] = names;
  if (room === 'code' && names.length >= 3) return repositoryOf(names);
  if (names.length > 1) return null;
  if (names.length === 0) return DAY.test(room) && isSlug(room) ? { type: 'Digest', key: room } : null;
  if (!isSlug(slug)) return null;
  switch (room) {
    case 'papers':
      return { type: 'Paper', key: slug };
    case 'topics':
      return { type: 'Topic', key: slug };
    case 'digests':
      return { type: 'Digest', key: slug };
    default:
      return null;
  }
}

function repositoryOf(names: readonly string[]): ResourceKey {
  const [host = '', ...rest] = names;
  const key = repositoryKey({ host, owner: rest.slice(0, -1).join('/'), name: rest.at(-1) as string });
  return { type: 'Repository', key };
}

/** The names in a path; null for one that has empty ones, a control character, or what cannot be decoded. */
function decode(path: string): string[] | null {
  if (!path.startsWith('/')) return null;
  try {
    const parts = path.slice(1).replace(/\/$/, '').split('/').map(decodeURIComponent);
    return parts.every((part) => /^[^\s\p{C}]+$/u.test(part)) ? parts : null;
  } catch {
    return null;
  }
}
