const PAGE = '(?:web\\s?-?(?:page|site)|page|site|home\\s?-?page)';

/** "Project page: …", "our project website is available at …", "Website: …". */
const NAMED_BEFORE = new RegExp(
  `\\b(?:project|paper|companion|accompanying|supplementary|supplemental|anonymous|anonymi[sz]ed)['’]?s?[\\s-]+(?:project\\s+)?${PAGE}s?\\b[^.;]{0,80}$` +
    `|\\b(?:our|the|this)\\s+(?:\\w+\\s+)?(?:web\\s?-?(?:page|site)|home\\s?-?page)s?\\b[^.;,]{0,50}$` +
    `|\\bproject(?:\\s+(?:link|url))?\\s*(?::|\\bat\\b|\\bis\\b)[^.;,]{0,30}$` +
    `|(?:^|[.,;(\\s])(?:web\\s?-?(?:page|site)|home\\s?-?page|page)s?\\s*(?:at\\s*)?:?[\\s({[<\\\\]*(?:(?:url|href)\\{)?$`,
  'i',
);

/** "… (project page)", `\href{…}{project page}`. */
const NAMED_BEHIND = new RegExp(`^[\\s)}\\]]{0,3}[({[]\\s*(?:project|our)?\\s*${PAGE}`, 'i');

/** Whether the words around an address call it the paper's page; `before` begins behind the address before it. */
export function isCalledProjectPage(before: string, behind: string): boolean {
  return NAMED_BEFORE.test(before.slice(-200)) || NAMED_BEHIND.test(behind.slice(0, 60));
}
