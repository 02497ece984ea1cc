import type { RepositoryName } from './links';

/** host/owner/name in lower case: the key by which a repository is one thing however papers spell it. */
export function repositoryKey({ host, owner, name }: RepositoryName): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}
