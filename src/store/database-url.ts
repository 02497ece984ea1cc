/** Whether this is the address of a database. */
export function isDatabaseUrl(text: string): boolean {
  return /^(sqlite:|postgres(ql)?:\/\/)./.test(text);
}

/** An address as it may be shown: without user and password. */
export function withoutPassword(url: string): string {
  return url.replace(/^([\w+]+:\/*)?.*@/, '$1…@').replace(/([?&](?:user|password)=)[^&]*/gi, '$1…');
}
