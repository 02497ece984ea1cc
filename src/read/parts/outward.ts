/** An address of somebody else's as it may stand in a link; null of one that is none of the web. */
export function outward(url: string): string | null {
  return /^https?:\/\/[^\s]/i.test(url) ? url : null;
}

/** An address as people read it: without what says nothing to them. */
export function shortly(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
