import type { LinkedDigest } from '../answers';
import { type Html, html, NOTHING } from '../html';
import type { Reading } from '../view';

/** Issues by month, newest first; those of no known day at the end. */
export function archiveByMonth<Digest extends LinkedDigest>(
  digests: readonly Digest[],
  { words, to }: Reading,
  more: (digest: Digest) => Html = () => NOTHING,
): Html {
  const months = new Map<string, Digest[]>();
  for (const digest of digests) {
    const month = digest.date?.slice(0, 7) ?? '';
    const before = months.get(month);
    if (before) before.push(digest);
    else months.set(month, [digest]);
  }
  return html`<dl class="months">${[...months].map(
    ([month, issues]) => html`<dt>${month === '' ? 'Of unknown day' : words.month(month)}</dt>
<dd><ul>${issues.map(
      (issue) =>
        html`<li><a href="${to(issue.resourcePath)}">${issue.date ? words.shortDay(issue.date) : issue.title}</a>${more(issue)}</li>`,
    )}</ul></dd>
`,
  )}</dl>
`;
}
