import { decoded, segmentsOf } from './address/url-path';
import { isAboutGithub } from './forges';

/** Viewers of notebooks that show a whole repository as well as a file of it. */
const VIEWER = /^(?:colab\.research\.google\.com|nbviewer\.(?:jupyter\.|ipython\.)?org)$/;

/**
 * The address of what a notebook lies in, with its ref and path, on Colab, nbviewer, Binder and what is built like them:
 * for `parseAddress`, which tells whether it is a repository. Null for every other page.
 */
export function notebookSource(url: URL): string | null {
  return binderSource(url.pathname) ?? viewerSource(url.hostname.replace(/^www\./, ''), segmentsOf(url).join('/'));
}

/** `/v2/gh/OWNER/NAME/REF`, `/v2/gl/GROUP%2FNAME/REF`, `/v2/git/ADDRESS/REF`, on any BinderHub. */
function binderSource(pathname: string): string | null {
  const [, kind = '', rest = ''] = /\/v2\/(gh|gl|git)\/(.+)$/.exec(pathname) ?? [];
  if (kind === '') return null;
  // The name of a repository is two segments on GitHub, and a single, encoded one elsewhere.
  const [, name = '', ref = ''] = (kind === 'gh' ? /^([^/]+\/[^/]+)\/?([^/]*)/ : /^([^/]+)\/?([^/]*)/).exec(rest) ?? [];
  if (kind === 'git') return decoded(name);
  const host = kind === 'gh' ? 'github.com' : 'gitlab.com';
  return `https://${host}/${decoded(name)}${ref === '' || ref === 'HEAD' ? '' : `/tree/${ref}`}`;
}

/** `…/github/OWNER/NAME/blob/REF/PATH` on any host, `/github/OWNER/NAME` and `/url/ADDRESS` on the known ones. */
function viewerSource(host: string, path: string): string | null {
  const [, deep] = /^(?:.+\/)?github\/([^/]+\/[^/]+\/(?:blob|tree)\/.+)$/.exec(path) ?? [];
  if (deep !== undefined) return `https://github.com/${deep}`;
  // These serve what GitHub has under the same path: `githubtocolab.com`, `github.dev`.
  if (isAboutGithub(host) && /^[^/]+\/[^/]+\/(?:blob|tree)\//.test(path)) return `https://github.com/${path}`;
  if (!VIEWER.test(host)) return null;
  const [, address, name] = /^(?:urls?\/(.+)|github\/([^/]+\/[^/]+))$/.exec(path) ?? [];
  if (address !== undefined) return `https://${address}`;
  return name === undefined ? null : `https://github.com/${name}`;
}
