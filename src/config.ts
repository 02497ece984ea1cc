import { z } from 'zod';
import { Problem } from './problem';
import { originsProblem } from './serve/http/origins';
import { isDatabaseUrl, sqliteUrlProblem } from './store/engine/database-url';
import { urlOf } from './text/url-of';

/** Longer no timer waits, nor the sum of two: 11 days. */
const MOST_MS = 1_000_000_000;

/** A whole number, written with digits. */
function whole(least: number, most = Number.MAX_SAFE_INTEGER): z.ZodType<number, string> {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  return z
    .string()
    .refine(
      (text) => /^\d{1,16}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `expected a whole number ${range}`,
    )
    .transform(Number);
}

/** Whether a text is an address of the web at which a server can be: with no query, no place within a page and no password. */
function isPlace(text: string): boolean {
  return /^https?:\/\/[^\s?#@]+$/.test(text) && urlOf(text) !== null;
}

function oneOf<Name extends string>(...names: [Name, ...Name[]]): z.ZodEnum<{ [Each in Name]: Each }> {
  return z.enum(names, `expected one of ${names.join(', ')}`);
}

const flag = oneOf('true', 'false').transform((value) => value === 'true');
const count = whole(1);
const port = whole(0, 65_535);
const duration = whole(0, MOST_MS);

/** Each setting: the environment variable, its rule and its default. The README lists the same. */
const settings = z.object({
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'expected an address or a name to listen on, without http:// and without a port')
    .default('localhost'),
  PORT: port.default(4000),
  PUBLIC_URL: z
    .string()
    .refine(isPlace, 'expected an address such as https://papers.example.org or https://example.org/papers')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'expected sqlite:FILE or postgres://…')
    .superRefine((url, context) => {
      const problem = sqliteUrlProblem(url);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .default('sqlite:data/offprint.sqlite'),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'expected postgres://…')
    .optional(),
  LOCK_WAIT_MS: duration.default(60_000),
  SEED_ON_START: flag.default(true),
  VECTORS: z.string().default('shipped'),
  READER: flag.default(true),
  SANDBOX: flag.default(true),
  INTROSPECTION: flag.default(true),
  CORS_ORIGIN: z
    .string()
    .superRefine((list, context) => {
      const problem = originsProblem(list);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .default('*'),
  WORKERS: whole(1, 1_000).default(1),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  MAX_DEPTH: count.default(16),
  MAX_ALIASES: count.default(100),
  MAX_TOKENS: count.default(4000),
  MAX_COST: count.default(10_000),
  MAX_BODY_BYTES: count.default(100_000),
  MAX_ANSWER_BYTES: count.default(5_000_000),
  OPERATION_TIMEOUT_MS: whole(1, MOST_MS).default(10_000),
  MAX_OPERATIONS: count.default(500),
  MAX_SUBSCRIPTIONS: count.default(1000),
  MAX_SUBSCRIPTIONS_PER_CONNECTION: count.default(20),
  MAX_MESSAGES_PER_SECOND: count.default(100),
  MAX_CONNECTIONS: count.default(4000),
  MAX_UNREAD_BYTES: count.default(64_000_000),
  ANSWER_CACHE_BYTES: whole(0).default(64_000_000),
  QUOTA_PER_MINUTE: count.optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  METRICS_PORT: port.optional(),
  SLOW_OPERATION_MS: whole(1, MOST_MS).default(1_000),
  DRAIN_MS: duration.default(500),
  SHUTDOWN_GRACE_MS: duration.default(10_000),
});

/** Limits on one request; see the README for what each counts. */
export interface Limits {
  depth: number;
  aliases: number;
  tokens: number;
  /** Of one operation, in tenths of a millisecond of processor time, as estimated. */
  cost: number;
  bodyBytes: number;
  /** Of one answer, in characters of its JSON. */
  answerBytes: number;
  /** How long an operation may take, in milliseconds. */
  operationMs: number;
  /** Operations under way at once in the whole process; further ones are refused. */
  operations: number;
  /** Of the whole process; also how many sockets may be open. */
  subscriptions: number;
  /** Operations under way at once on one socket. */
  subscriptionsPerConnection: number;
  /** Messages of one socket that are handled in a second; further ones are not read before. */
  messagesPerSecond: number;
  /** Connections of the whole process, sockets among them; further ones are closed at once. */
  connections: number;
  /** Written for sockets and event streams of the whole process and not read by them; a quarter of it for one. */
  unreadBytes: number;
}

/** All settings, checked, with defaults filled in. */
export interface Config {
  host: string;
  port: number;
  /** Under which address people reach the server, without a slash behind it; null for that which it listens on. */
  publicUrl: string | null;
  databaseUrl: string;
  /** A PostgreSQL server that follows the one above, to read from; null to read from that one. */
  replicaUrl: string | null;
  /** How long a write waits for that of another process, in milliseconds; 0 not to wait. */
  lockWaitMs: number;
  seedOnStart: boolean;
  /** By which weights papers have vectors: `shipped`, `off`, or the folder of others. */
  vectors: string;
  /** Whether `/` and the paths of things are pages for people. */
  reader: boolean;
  sandbox: boolean;
  introspection: boolean;
  corsOrigin: string;
  /** Processes that serve; 1 is this one alone. */
  workers: number;
  logLevel: string;
  limits: Limits;
  /** Memory for whole answers that are served again, in bytes; 0 for none. */
  answerCacheBytes: number;
  /** What the operations of one client may cost in a minute, in tenths of a millisecond of processor time; null for no limit. */
  quotaPerMinute: number | null;
  /** Which proxies are believed whom they speak for: their number, or their addresses and networks; null for none. */
  trustProxy: string | null;
  /** A port of its own for the metrics; null to have them beside the API. */
  metricsPort: number | null;
  /** An operation that takes as long is logged, in milliseconds. */
  slowOperationMs: number;
  /** How long a stopping server says so, and still answers, before it takes no more requests, in milliseconds. */
  drainMs: number;
  /** How long a stop waits for answers under way, in milliseconds. */
  shutdownGraceMs: number;
}

/**
 * Reads the settings from the environment; the only place that does. An empty variable counts as unset.
 *
 * @throws Problem that lists every setting that is wrong: its name, what was expected and what came
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const result = settings.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}, got ${quote(given[String(issue.path[0])])}`,
    );
    throw new Problem(`Configuration:\n${problems.join('\n')}`);
  }
  const read = result.data;
  if (read.DATABASE_REPLICA_URL !== undefined && read.DATABASE_URL.startsWith('sqlite:')) {
    throw new Problem(
      `Configuration:\n  DATABASE_REPLICA_URL: expected a DATABASE_URL of PostgreSQL beside it, got ${quote(read.DATABASE_URL)}`,
    );
  }
  if (read.QUOTA_PER_MINUTE !== undefined && read.QUOTA_PER_MINUTE < read.MAX_COST) {
    throw new Problem(
      `Configuration:\n  QUOTA_PER_MINUTE: expected at least MAX_COST, ${read.MAX_COST}, got ${read.QUOTA_PER_MINUTE}: the dearest operations could never be asked for`,
    );
  }
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? null,
    databaseUrl: read.DATABASE_URL,
    replicaUrl: read.DATABASE_REPLICA_URL ?? null,
    lockWaitMs: read.LOCK_WAIT_MS,
    seedOnStart: read.SEED_ON_START,
    vectors: read.VECTORS,
    reader: read.READER,
    sandbox: read.SANDBOX,
    introspection: read.INTROSPECTION,
    corsOrigin: read.CORS_ORIGIN,
    workers: read.WORKERS,
    logLevel: read.LOG_LEVEL,
    limits: {
      depth: read.MAX_DEPTH,
      aliases: read.MAX_ALIASES,
      tokens: read.MAX_TOKENS,
      cost: read.MAX_COST,
      bodyBytes: read.MAX_BODY_BYTES,
      answerBytes: read.MAX_ANSWER_BYTES,
      operationMs: read.OPERATION_TIMEOUT_MS,
      operations: read.MAX_OPERATIONS,
      subscriptions: read.MAX_SUBSCRIPTIONS,
      subscriptionsPerConnection: read.MAX_SUBSCRIPTIONS_PER_CONNECTION,
      messagesPerSecond: read.MAX_MESSAGES_PER_SECOND,
      connections: read.MAX_CONNECTIONS,
      unreadBytes: read.MAX_UNREAD_BYTES,
    },
    answerCacheBytes: read.ANSWER_CACHE_BYTES,
    quotaPerMinute: read.QUOTA_PER_MINUTE ?? null,
    trustProxy: read.TRUST_PROXY ?? null,
    metricsPort: read.METRICS_PORT ?? null,
    slowOperationMs: read.SLOW_OPERATION_MS,
    drainMs: read.DRAIN_MS,
    shutdownGraceMs: read.SHUTDOWN_GRACE_MS,
  };
}

/** A value for a message; what may be a password in an address is left out. */
function quote(value: unknown): string {
  return JSON.stringify(value).replace(/\/\/[^/@]*@/, '//…@');
}
