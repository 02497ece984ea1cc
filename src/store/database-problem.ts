import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, messageOf, Problem, syscallOf } from '../problem';
import { sqliteFileOf, withoutPassword } from './engine/database-url';

/** A database as a message names it. */
export interface NamedDatabase {
  /** `sqlite:FILE` or `postgres://…`. */
  databaseUrl: string;
  /** What the person who gave the address calls it. */
  setting: string;
}

/** What a person who reads of a failure of SQLite can do, by the beginning of its code. */
const ON_SQLITE: readonly (readonly [code: RegExp, tell: (file: string, said: string) => string])[] = [
  [/^SQLITE_FULL/, (file) => `expected room for ${file}, got a full disk; make room, and try again`],
  [/^SQLITE_READONLY/, (file) => `expected ${file} and its folder to be writable, got a read-only one`],
  [/^SQLITE_BUSY/, (file) => `expected ${file} to be free, got one that another process keeps locked`],
  [
    /^SQLITE_(CANTOPEN|PERM|AUTH)/,
    (file, said) => `expected an SQLite database at ${file}, got: ${said} (${whatIsAt(file)})`,
  ],
  [
    /^SQLITE_CORRUPT/,
    (file, said) => `expected a sound SQLite database at ${file}, got: ${said}; put a backup in its place`,
  ],
  [/^SQLITE_NOTADB/, (file, said) => `expected an SQLite database at ${file}, got: ${said}`],
  [/^SQLITE_(IOERR|PROTOCOL|NOLFS|NOMEM)/, (file, said) => `expected to read and write ${file}, got: ${said}`],
];

/**
 * Classes of PostgreSQL's codes that tell of the server, the address, the rights of the user or of what is full; all others
 * tell of a statement that is wrong.
 */
const OF_POSTGRES = /^(?:08|25006|25P03|28|3D|42501|53|55P03|57|58|XX)/;

/** What a person can set where a pooler in front of PostgreSQL refuses something, by what it says. */
const ON_POOLER: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /^unsupported startup parameter/,
    'take it out of the address, or name it in ignore_startup_parameters of the pooler',
  ],
  [/statement pooling mode/, 'set pool_mode of the pooler to transaction or session'],
  [/^query_wait_timeout/, 'set default_pool_size of the pooler higher'],
];

/** What pg says without a code when a connection is not there any more, or cannot be had. */
const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired)/;

/**
 * Codes that a statement which only reads fails with though nothing is wrong with it: it may succeed when it is asked again.
 * Of SQLite: a file that is locked, cannot be opened or read, or holds no sound database, and no room for what is sorted. Of
 * PostgreSQL: no connection, none for this user or database, a replica that had to go on, nothing left of what it needs, a
 * server that starts or stops, its disk, and data that are damaged. Of the operating system: anything about a connection.
 */
const UNAVAILABLE =
  /^(?:SQLITE_(?:BUSY|CANTOPEN|CORRUPT|FULL|IOERR|NOTADB|PROTOCOL|READONLY_)|08|25P03|28|3D|40001|53|55000|57P|58|XX00[12]|E[A-Z]+$)/;

/** The database cannot answer now, and may later. Why is for who runs it, and not for who asks. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** What a failure to read means when it says that the database cannot answer now. Any other error comes back as it is. */
export function asUnavailable(error: unknown): unknown {
  const { message, code } = causeOf(error);
  return UNAVAILABLE.test(code) || LOST.test(message) ? new DatabaseUnavailable(message, { cause: error }) : error;
}

/**
 * What a failure of the database means, in one sentence for the person who runs it. Any other error comes back as it is.
 */
export function asDatabaseProblem(error: unknown, { databaseUrl, setting }: NamedDatabase): unknown {
  if (error instanceof Problem) return error;
  const { message, code, syscall } = causeOf(error);
  const problem = (text: string) => new Problem(`${setting}: ${text}`, { cause: error });
  if (databaseUrl.startsWith('sqlite:')) {
    const file = sqliteFileOf(databaseUrl);
    const [, tell] = ON_SQLITE.find(([pattern]) => pattern.test(code)) ?? [];
    if (tell) return problem(tell(file, message));
    return syscall === 'mkdir' ? problem(`expected a folder ${dirname(file)} for the database, got ${code}`) : error;
  }
  if (syscall === '' && !OF_POSTGRES.test(code) && !LOST.test(message)) return error;
  const [, advice] = ON_POOLER.find(([said]) => said.test(message)) ?? [];
  const got = advice === undefined ? message : `${message}; ${advice}`;
  return problem(`expected a PostgreSQL database at ${withoutPassword(databaseUrl)}, got: ${got}`);
}

/** The same of a database that cannot be opened: whatever the driver says then, the address leads to nothing to work with. */
export function asOpeningProblem(error: unknown, named: NamedDatabase): unknown {
  const problem = asDatabaseProblem(error, named);
  if (problem instanceof Problem) return problem;
  const { databaseUrl, setting } = named;
  const expected = databaseUrl.startsWith('sqlite:')
    ? `an SQLite database at ${sqliteFileOf(databaseUrl)}`
    : `a PostgreSQL database at ${withoutPassword(databaseUrl)}`;
  return new Problem(`${setting}: expected ${expected}, got: ${messageOf(error)}`, { cause: error });
}

/** What a driver says of a failure, and what the operating system could not do when it was the first to say so. */
interface Cause {
  message: string;
  code: string;
  syscall: string;
}

/** TypeORM wraps what the driver says, and Node.js wraps what each of several addresses said. */
function causeOf(error: unknown): Cause {
  const { driverError, errors } = (error ?? {}) as { driverError?: unknown; errors?: unknown };
  if (driverError) return causeOf(driverError);
  if (Array.isArray(errors)) return { ...causeOf(errors[0]), message: messageOf(error) };
  return { message: messageOf(error), code: codeOf(error), syscall: syscallOf(error) };
}

/** SQLite says the same of everything that it cannot open. */
function whatIsAt(file: string): string {
  try {
    return statSync(file).isDirectory() ? 'it is a folder' : 'look at the rights of the file and of its folder';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? 'no file is there, and none can be made' : code;
  }
}
