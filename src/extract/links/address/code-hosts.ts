import { forgeLayout, repositoryDepth } from '../forges';
import type { Address } from './address';

/** How a code host lays out its addresses. */
interface CodeHost {
  /** First segments that belong to the site, not to an owner. */
  reserved: ReadonlySet<string>;
  /** Whether groups nest, so that everything up to `/-/` or a known word names the repository. */
  nested: boolean;
  /** Whether only `/owner/name` and the pages below it are a repository's, and all else is a page like any other. */
  strict?: boolean;
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

/** Hosts that have rules of their own, or whose names do not tell. */
const CODE_HOSTS: ReadonlyMap<string, CodeHost> = new Map([
  ['github.com', GITHUB],
  ['gitlab.com', GITLAB],
  ['framagit.org', GITLAB],
  ['salsa.debian.org', GITLAB],
  ['invent.kde.org', GITLAB],
  ['jihulab.com', GITLAB],
  ['bitbucket.org', OTHER],
  ['codeberg.org', OTHER],
  ['gitee.com', OTHER],
  ['notabug.org', OTHER],
  ['dagshub.com', OTHER],
  ['hg.sr.ht', OTHER],
]);

const SITE = words('about blog cgi-bin docs documentation en index.html index.php');
/** A host that is called like a forge. */
const NESTED: CodeHost = { nested: true, reserved: new Set([...GITLAB.reserved, ...OTHER.reserved, ...SITE]) };
/** A host that may be any site. */
const FLAT: CodeHost = {
  nested: true,
  strict: true,
  reserved: new Set([
    ...NESTED.reserved,
    ...words(
      'api archive assets blogs book doc learn news org p page pages posts pricing products static support wiki',
    ),
  ]),
};

function codeHostOf(host: string): CodeHost | null {
  const known = CODE_HOSTS.get(host);
  if (known !== undefined) return known;
  const layout = forgeLayout(host.replace(/:\d+$/, ''));
  return layout && (layout === 'NESTED' ? NESTED : FLAT);
}

/** Whether `https://host/owner/name` is a code repository. The host is in lower case, without `www.`; a port may follow. */
export function isCodeHost(host: string): boolean {
  return codeHostOf(host) !== null;
}

/** Whether groups may nest on a host, so that `/owner/name/` may be the beginning of a longer name. */
export function hasGroups(host: string): boolean {
  return codeHostOf(host)?.nested === true;
}

/** Whether the host is one of the code hosts that this stage knows by name. */
export function isListedCodeHost(host: string): boolean {
  return CODE_HOSTS.has(host);
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

function isOwnerAndName(segments: readonly string[]): boolean {
  const [, name, below] = segments;
  return name !== undefined && (below === undefined || NESTED_END.has(below) || /^(?:src|pulls?|wiki)$/.test(below));
}

/**
 * What an address leads to that may be one of a code repository, from its host and its path's segments; null for a
 * page of another kind. On hosts that are not known as code hosts the path must show it.
 */
export function parseCodePath(host: string, segments: readonly string[]): Address | null {
  const site = codeHostOf(host);
  const [first, second = ''] = segments;
  if ((first === 'orgs' && host === 'github.com') || (first === 'groups' && site?.nested)) {
    return cleanName(second) === '' ? null : organization(host, cleanName(second));
  }
  const depth = namesDepth(site, segments);
  const names = segments.slice(0, depth).map(cleanName);
  const name = names.length > 1 ? (names.pop() ?? '').replace(/\.git$/i, '') : '';
  const owner = names.join('/');
  if (depth === 0 || names.some((part) => part === '')) return null;
  // A single name on somebody's own host may be a repository without an owner as well.
  if (name === '') return isListedCodeHost(host) || host.includes('gitlab') ? organization(host, owner) : null;
  const { ref, path } = parseDeepPath(belowOf(owner, segments.slice(depth)));
  return { kind: 'REPOSITORY', url: `https://${host}/${owner}/${name}`, repository: { host, owner, name }, ref, path };
}

/** How many segments name an owner and a repository; 0 where none do. */
function namesDepth(site: CodeHost | null, segments: readonly string[]): number {
  const shown = site === null || site.nested ? repositoryDepth(segments) : null;
  if (shown !== null) return shown;
  if (site === null || (site.strict && !isOwnerAndName(segments))) return 0;
  if (site.reserved.has(segments[0]?.toLowerCase() ?? '')) return 0;
  // On somebody's own host a repository may have no owner: `/name/commit/0a1b2c`.
  if (site === NESTED && segments.length > 2 && NESTED_END.has(segments[1] ?? '')) return 0;
  return site.nested ? nestedDepth(segments) : Math.min(2, segments.length);
}

/** What stands behind a repository; on sr.ht without the `item` between the ref and the path. */
function belowOf(owner: string, below: readonly string[]): readonly string[] {
  return owner.startsWith('~') && below[2] === 'item' ? below.filter((_, index) => index !== 2) : below;
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
