import type { Address } from './address';

/** How a code host lays out its addresses. */
interface CodeHost {
  /** First segments that belong to the site, not to an owner. */
  reserved: ReadonlySet<string>;
  /** Whether groups nest, so that everything up to `/-/` or a known word names the repository. */
  nested: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const GITHUB: CodeHost = {
  nested: false,
  reserved: words(`
    about apps collections codespaces contact copilot customer-stories enterprise events explore features issues join
    login marketplace mobile new notifications organizations pricing pulls readme search security settings site
    sponsors stars team topics trending users
  `),
};
const GITLAB: CodeHost = { nested: true, reserved: words('explore help users dashboard projects search -') };
const OTHER: CodeHost = { nested: false, reserved: words('explore search login features product account dashboard') };

const CODE_HOSTS: ReadonlyMap<string, CodeHost> = new Map([
  ['github.com', GITHUB],
  ['gitlab.com', GITLAB],
  ['bitbucket.org', OTHER],
  ['codeberg.org', OTHER],
  ['gitee.com', OTHER],
]);

/** Self-hosted GitLab is known by its name only. */
const SELF_HOSTED = /^gitlab[.-](?!io$)/;

/** Whether `https://host/owner/name` is a code repository. The host is in lower case, without `www.`. */
export function isCodeHost(host: string): boolean {
  return CODE_HOSTS.has(host) || SELF_HOSTED.test(host);
}

/** Words behind the repository that a ref and a path follow, and what stands between them and the ref. */
const DEEP: ReadonlyMap<string, RegExp> = new Map([
  ['tree', /^(?:refs\/(?:heads|tags)\/)?/],
  ['blob', /^(?:refs\/(?:heads|tags)\/)?/],
  ['raw', /^(?:refs\/(?:heads|tags)\/|(?:branch|tag|commit)\/)?/],
  ['src', /^(?:(?:branch|tag|commit)\/)?/],
  ['blame', /^/],
  ['edit', /^/],
  ['commits', /^/],
  ['commit', /^/],
  ['releases', /^(?:tag|download)\//],
  ['tags', /^/],
]);

/** Words that end the name of a repository in a nested group on GitLab. */
const NESTED_END = words('- tree blob raw blame commits commit issues merge_requests wikis releases tags');

/** What an address on a code host leads to, from its path's segments; null for the host's own pages. */
export function parseCodePath(host: string, segments: readonly string[]): Address | null {
  const site = CODE_HOSTS.get(host) ?? GITLAB;
  const [first, second] = segments;
  if (first === undefined) return null;
  if ((first === 'orgs' && host === 'github.com') || (first === 'groups' && site.nested)) {
    const owner = second === undefined ? '' : cleanName(second);
    return owner === '' ? null : organization(host, owner);
  }
  if (site.reserved.has(first.toLowerCase())) return null;
  const depth = site.nested ? nestedDepth(segments) : 2;
  const names = segments.slice(0, depth).map(cleanName);
  const name = names.length > 1 ? (names.pop() ?? '').replace(/\.git$/i, '') : '';
  const owner = names.join('/');
  if (names.some((part) => part === '')) return null;
  if (name === '') return organization(host, owner);
  const { ref, path } = parseDeepPath(segments.slice(depth));
  return { kind: 'REPOSITORY', url: `https://${host}/${owner}/${name}`, repository: { host, owner, name }, ref, path };
}

function organization(host: string, owner: string): Address {
  return { kind: 'ORGANIZATION', url: `https://${host}/${owner}`, repository: null, ref: null, path: null };
}

function nestedDepth(segments: readonly string[]): number {
  const end = segments.findIndex((segment, index) => index > 1 && NESTED_END.has(segment));
  return end < 0 ? segments.length : end;
}

/** Names hold letters, digits, `.`, `_` and `-`; whatever follows was glued on. `..` cannot be a name. */
function cleanName(segment: string): string {
  const name = /^~?[\w.-]*/.exec(segment)?.[0] ?? '';
  return name.replace(/\.+$/, '');
}

/** The ref and path of what stands behind a repository. A ref with a `/` in it cannot be told from a path. */
export function parseDeepPath(segments: readonly string[]): { ref: string | null; path: string | null } {
  const [word, ...rest] = segments[0] === '-' ? segments.slice(1) : segments;
  const between = word === undefined ? undefined : DEEP.get(word);
  const below = rest.join('/');
  if (between === undefined || !between.test(below)) return { ref: null, path: null };
  const [ref = '', ...path] = below.replace(between, '').split('/');
  const isTagOnly = word === 'releases' || word === 'commit';
  return { ref: ref === '' ? null : ref, path: isTagOnly || path.length === 0 ? null : path.join('/') };
}
