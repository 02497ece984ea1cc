/** White space inside an address: blanks, and at most one line break, since an empty line ends a paragraph. */
export const BLANK = '[^\\S\\r\\n]{0,3}(?:\\r?\\n[^\\S\\r\\n]{0,8})?';

/** `http`, `https`, defanged `hxxps`, and the typing errors of both (`htpps`, `htttp`, `http s`). */
const NAME = '(?:git\\+)?(?:h[tpsx]{2,5}(?: s)?|ttps)';

/**
 * The scheme of a web address as people write it: `https://`, `https: //`, `https:/github.com`, `https:github.com`,
 * `https//github.com`, `https;//`. Without any slash a host must follow at once.
 */
export const WEB_SCHEME = `${NAME}(?:${BLANK}[:;.]{1,2}${BLANK}/${BLANK}/{0,2}${BLANK}|//|:(?=[a-z0-9-]+\\.[a-z]))`;

/** `git@github.com:owner/name` and its long forms; the host follows. */
export const GIT_SCHEME = '(?:(?:git\\+)?ssh://)?git@|git://|(?:git\\+)?ssh://(?:[a-z]+@)?';
