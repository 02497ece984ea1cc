const SQLITE = 'sqlite:';

/** Whether this is the address of a database. */
export function isDatabaseUrl(text: string): boolean {
  return /^(sqlite:|postgres(ql)?:\/\/)./.test(text);
}

/**
 * What is wrong with an address of an SQLite database that looks like those of other programs, which would lead to another
 * file here than is meant; null when nothing is.
 */
export function sqliteUrlProblem(databaseUrl: string): string | null {
  if (!databaseUrl.startsWith(SQLITE)) return null;
  const file = databaseUrl.slice(SQLITE.length);
  if (/^\s|\s$/.test(file)) return 'expected sqlite:FILE without blanks around the name';
  if (/^file:/i.test(file)) return 'expected sqlite:FILE with a plain path, without file:';
  if (/^\/\/(?!\/)/.test(file))
    return 'expected sqlite:FILE with one slash before an absolute path, and none before a relative one';
  if (/\?\w+=/.test(file)) return 'expected sqlite:FILE without parameters';
  if (/^~/.test(file)) return 'expected sqlite:FILE with a path that needs no shell, without ~';
  if (/\/$/.test(file)) return 'expected sqlite:FILE with the name of a file, and not of a folder, at its end';
  return null;
}

/** The file of `sqlite:FILE`; an absolute path may have three slashes before it, as in other addresses. */
export function sqliteFileOf(databaseUrl: string): string {
  return databaseUrl.slice(SQLITE.length).replace(/^\/{3,}/, '/');
}

/** An address as it may be shown: without user and password. */
export function withoutPassword(url: string): string {
  return url.replace(/^([\w+]+:\/*)?.*@/, '$1…@').replace(/([?&](?:user|password)=)[^&]*/gi, '$1…');
}
