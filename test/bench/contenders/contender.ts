import type { Json } from '../ask';
import type { MadeDatabase } from '../corpus/made-database';
import type { BenchQuery, Variant } from '../queries';

/** Something that answers the queries. */
export interface Contender {
  name: string;
  start(stage: Stage): Promise<RunningContender>;
}

/** What there is before a contender starts. */
export interface Stage {
  database: MadeDatabase;
  queries: readonly BenchQuery[];
  /** Offprint's GraphQL endpoint: the answers of the others are held against it. */
  reference: string;
  /** A PostgreSQL server with the same rows, started when first asked for. */
  postgres(): Promise<{ pid: number; urlOf(database: string): string }>;
}

/** A contender that listens. */
export interface RunningContender {
  name: string;
  url: string;
  /** All processes that work for its answers, each with all below it. */
  pids: readonly number[];
  /** The body of a request. */
  bodyOf(query: BenchQuery, variant: Variant): string;
  /** Its answer under the names of Offprint's answer. */
  toCommonShape(query: BenchQuery, data: Json): Json;
  stop(): Promise<void>;
}

/** For contenders that speak as Offprint does. */
export const sameShape = (_: BenchQuery, data: Json): Json => data;
