/**
 * Something that a person can put right, said in one sentence that names the setting or the file. Nothing in the program
 * is wrong, so where it came from is of no interest: it is shown without a stack trace.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** What went wrong, for a person: the sentence of a problem, and what else the operating system or a library said. */
export function messageOf(error: unknown): string {
  const { message, errors } = (error ?? {}) as { message?: unknown; errors?: unknown };
  // Where every address of a host was tried in vain, the error itself says nothing.
  if (message === '' && Array.isArray(errors)) return errors.map(messageOf).join('; ');
  return typeof message === 'string' ? message : String(error);
}

/** What the operating system or a library calls a failure: `ENOENT`, `SQLITE_FULL`, `53100`; empty where nobody does. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What the operating system could not do: `listen`, `mkdir`; empty where it was not asked. */
export function syscallOf(error: unknown): string {
  const { syscall } = (error ?? {}) as { syscall?: unknown };
  return typeof syscall === 'string' ? syscall : '';
}
