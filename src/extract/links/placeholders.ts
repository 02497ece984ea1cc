/** Hosts that stand for a host, by any label: `xxx.github.io`, `username.github.io`, `example.com`. */
const HOST_LABEL =
  /^(?:x{3,}|your(?:-?(?:name|project|page|repo|site|domain|username|org|website))?|user-?name|anon|anonymous|anonymized|example|placeholder)$/;

/** Owners that stand for an owner: whatever repository is named below them does not exist. */
const OWNER =
  /^(?:x{3,}|your(?:[-_]?(?:name|user|username|org|organization|account|github|lab|team))?|user|user[-_]?name|owner|author|authors|org|organization|anon|anonymous|anonymi[sz]ed|anonymous[-_]?(?:authors?|submission|user|repo|github|code|review|paper)?|author[-_]?names?|blinded|redacted|hidden|placeholder|tba|tbd|tbc|todo|example|some[-_]?user)$/i;

/** Names that stand for a repository. */
const NAME =
  /^(?:x{3,}|your[-_]?(?:repo|repository|project|code)(?:[-_]?name)?|repo[-_]?name|repository[-_]?name|placeholder|tba|tbd|tbc|todo|link[-_]?here)$/i;

/** Any segment of a page's address that was left to be filled in: `zenodo.XXXXXXX`, `r/xxxx`, `abs/xxxx.xxxxx`. */
const SEGMENT = /^x{3,}(?:\.x+)?$|(?:^|[^A-Za-z])X{4,}(?:$|[^A-Za-z])/i;

/** Hosts below shared suffixes tell the owner in their first label; in `xxx.com` it is the whole name. */
export function isPlaceholderHost(host: string): boolean {
  if (host === 'anonymous.4open.science') return false;
  const labels = host.replace(/^www\./, '').split('.');
  return labels.slice(0, -1).some((label) => HOST_LABEL.test(label));
}

/** Whether an owner and a name (null when there is none) were left to be filled in. */
export function isPlaceholderRepository(owner: string, name: string | null): boolean {
  return OWNER.test(owner) || (name !== null && NAME.test(name));
}

/** Whether a segment of a page's path was left to be filled in. */
export function isPlaceholderSegment(segment: string): boolean {
  return SEGMENT.test(segment);
}
