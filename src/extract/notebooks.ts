import type { Address } from './address';
import { isAboutGithub } from './forges';
import { decoded, parseAddress, segmentsOf } from './parse-address';

/** Viewers of notebooks that show a whole repository as well as a file of it. */
const VIEWER = /^(?:colab\.research\.google\.com|nbviewer\.(?:jupyter\.|ipython\.)?org)$/;

/** How BinderHub names the hosts that it builds from. */
const BINDER_SOURCES: Readonly<Record<string, string>> = { gh: 'github.com', gl: 'gitlab.com' };

/**
 * The repository that the notebook behind an address lies in, with the notebook's ref and path: Colab, nbviewer, Binder
 * and what is built like them. `url` is what `parseAddress` gives. Null for every other page.
 */
export function repositoryOfNotebook(url: string): Address | null {
  const { hostname, pathname } = new URL(url);
  const source =
    binderSource(pathname) ?? viewerSource(hostname.replace(/^www\./, ''), segmentsOf(new URL(url)).join('/'));
  const address = source === null ? null : parseAddress(source);
  return address?.kind === 'REPOSITORY' ? address : null;
}

/** `/v2/gh/OWNER/NAME/REF`, `/v2/gl/GROUP%2FNAME/REF`, `/v2/git/ADDRESS/REF`, on any BinderHub. */
function binderSource(pathname: string): string | null {
  const [, source = '', rest = ''] = /\/v2\/(gh|gl|git)\/(.+)$/.exec(pathname) ?? [];
  if (source === '') return null;
  // The name of a repository is two segments on GitHub, and a single, encoded one elsewhere.
  const [, name = '', ref = ''] =
    (source === 'gh' ? /^([^/]+\/[^/]+)\/?([^/]*)/ : /^([^/]+)\/?([^/]*)/).exec(rest) ?? [];
  const address = decoded(name);
  if (source === 'git') return address;
  return `https://${BINDER_SOURCES[source]}/${address}${ref === '' || ref === 'HEAD' ? '' : `/tree/${ref}`}`;
}

/** `…/github/OWNER/NAME/blob/REF/PATH` on any host, `/github/OWNER/NAME` on the known ones. */
function viewerSource(host: string, path: string): string | null {
  const [, deep] = /^(?:.+\/)?github\/([^/]+\/[^/]+\/(?:blob|tree)\/.+)$/.exec(path) ?? [];
  if (deep !== undefined) return `https://github.com/${deep}`;
  // These serve what GitHub has under the same path: `githubtocolab.com`, `github.dev`.
  if (isAboutGithub(host) && /^[^/]+\/[^/]+\/(?:blob|tree)\//.test(path)) return `https://github.com/${path}`;
  if (!VIEWER.test(host)) return null;
  const [, raw] = /^urls?\/(raw\.githubusercontent\.com\/.+)$/.exec(path) ?? [];
  const [, whole] = /^github\/([^/]+\/[^/]+)$/.exec(path) ?? [];
  return raw ?? (whole === undefined ? null : `https://github.com/${whole}`);
}
