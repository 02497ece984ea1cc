import { parse } from 'tldts';
import { isKnownPage, isPagesHost } from './link-kinds';

/** What a host's own name tells of it: groups may nest on NESTED ones; on FLAT ones `/owner/name` alone is a repository. */
export type ForgeLayout = 'NESTED' | 'FLAT';

/** A label that hosts of repositories are called by: `gitlab`, `zivgitlab`, `git-ce`, `mygit`; `digit` is none. */
const FORGE = /^git|(?<!di)git$|gitlab|gitea|forgejo|gogs/;
/** First labels that are as often those of other sites. */
const MAYBE_FORGE = /^(?:code|forge|scm|source|src|vcs)$/;

/**
 * How a host lays out its repositories, as far as its name tells: `gitlab.uni.edu` and `git.uni.edu` are somebody's own
 * forge, `gitcode.com` and `code.uni.edu` probably are one. Null when the name tells nothing.
 */
export function forgeLayout(host: string): ForgeLayout | null {
  if (isKnownPage(host) || isPagesHost(host) || isAboutGithub(host)) return null;
  const { subdomain, domainWithoutSuffix, isPrivate } = parse(host, { allowPrivateDomains: true });
  if (!subdomain) return isPrivate !== true && FORGE.test(domainWithoutSuffix ?? '') ? 'FLAT' : null;
  const labels = subdomain.split('.');
  if (labels.some((label) => FORGE.test(label))) return 'NESTED';
  return MAYBE_FORGE.test(labels[0] ?? '') ? 'FLAT' : null;
}

/** Whether a site is about GitHub: `github.blog`, `githubtocolab.com`; `github.uni.edu` is a GitHub of its own. */
export function isAboutGithub(host: string): boolean {
  return /^github(?:-?[a-z0-9]+)?\.[a-z]+$/.test(host) && host !== 'github.com';
}

/** Pages of a repository, behind `/-/` on GitLab. */
const GITLAB_PAGE = /^(?:tree|blob|raw|blame|commits?|issues|merge_requests|wikis|releases|tags|branches|archive)$/;
/** Behind these on Gitea, Forgejo and Gogs stands what kind of ref follows. */
const GITEA_PAGE = /^(?:src|raw|media|commits)$/;
const GITEA_REF = /^(?:branch|tag|commit)$/;
const USUAL_REF = /^(?:main|master|develop|dev|HEAD|v?\d[\w.]*|[0-9a-f]{7,40})$/;

/**
 * How many segments of a path name a repository on a host that need not be known: `name.git`, GitLab's `/-/tree/`,
 * Gitea's `/src/branch/`, `/tree/main`, Azure's `/_git/`, Bitbucket's `/projects/KEY/repos/`. Null when nothing tells.
 */
export function repositoryDepth(segments: readonly string[]): number | null {
  const index = segments.findIndex((segment, at) => at > 0 && endsRepository(segments, segment, at));
  if (index > 0) return /.\.git$/i.test(segments[index] ?? '') ? index + 1 : index;
  const azure = segments.indexOf('_git');
  if (azure > 0 && azure + 1 < segments.length) return azure + 2;
  return /^(?:projects|users)\/[^/]+\/repos\/[^/]+/.test(segments.join('/')) ? 4 : null;
}

function endsRepository(segments: readonly string[], segment: string, at: number): boolean {
  if (/.\.git$/i.test(segment)) return true;
  const next = segments[at + 1] ?? '';
  if (segment === '-') return at > 1 && GITLAB_PAGE.test(next);
  if (at !== 2) return false;
  return (
    (GITEA_PAGE.test(segment) && GITEA_REF.test(next)) || (/^(?:tree|blob)$/.test(segment) && USUAL_REF.test(next))
  );
}
