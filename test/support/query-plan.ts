import type { Store } from '../../src/store/store';
import type { LoggedStatement } from './statement-log';

/** What an engine means to do for a statement, as far as growth is concerned. */
export interface QueryPlan {
  /** Tables of the store that would be read from end to end, without an index. */
  scans: string[];
  /** How often rows would be put in order after they were read. */
  sorts: number;
  /** The conditions by which indexes are entered, as the engine prints them. */
  entered: string[];
}

/** Ways of PostgreSQL that are faster than an index on the small tables of a test, and not on large ones. */
const NOT_FOR_LISTS = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'];
/** An index of terms says nothing of an order, so what it finds is gathered and sorted. */
export const NOT_FOR_TERMS = ['seqscan', 'hashjoin', 'mergejoin'];

/**
 * Asks the engine how it would run a statement on tables too large to be read whole.
 *
 * @param avoided what PostgreSQL is to do without
 */
export function queryPlan(store: Store, statement: LoggedStatement, avoided = NOT_FOR_LISTS): Promise<QueryPlan> {
  return store.engine === 'sqlite' ? sqlitePlan(store, statement) : postgresPlan(store, statement, avoided);
}

/**
 * By an index of a table, or by the terms that an index of FTS5 is asked for (`M`) or one of its rows (`=`), or by the one term
 * whose places are asked for: fts5vocab tells so by the bit of 256.
 */
const IS_BY_INDEX = /USING (COVERING )?INDEX|VIRTUAL TABLE INDEX (\d+:\S*[M=]|[2-5]\d\d:)/;

async function sqlitePlan({ writer }: Store, { text, parameters }: LoggedStatement): Promise<QueryPlan> {
  const steps: { detail: string }[] = await writer.query(`explain query plan ${text}`, parameters);
  const details = steps.map(({ detail }) => detail);
  const tables: { name: string }[] = await writer.query(`select name from sqlite_master where type = 'table'`);
  const names = tables.map(({ name }) => name);
  const aliases = new RegExp(`\\b(?:${names.join('|')}) (?:as )?(\\w+)`, 'g');
  // What a statement makes for itself, it has to read from end to end.
  const stored = new Set([...names, ...[...text.matchAll(aliases)].map(([, alias]) => alias)]);
  return {
    scans: details.filter((detail) => {
      const [, name, how = ''] = /^SCAN (\S+)(.*)/.exec(detail) ?? [];
      return stored.has(name) && !IS_BY_INDEX.test(how);
    }),
    sorts: details.filter((detail) => detail.includes('TEMP B-TREE')).length,
    entered: details.flatMap((detail) => /^SEARCH .+? USING .+? (\(.+\))$/.exec(detail)?.[1] ?? []),
  };
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

async function postgresPlan(
  { writer }: Store,
  { text, parameters }: LoggedStatement,
  avoided: readonly string[],
): Promise<QueryPlan> {
  const [{ 'QUERY PLAN': plan }] = await writer.transaction(async (db) => {
    for (const way of avoided) await db.query(`set local enable_${way} = off`);
    return db.query(`explain (format json) ${text}`, parameters);
  });
  const nodes = flatten(plan[0].Plan);
  return {
    scans: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => String(node['Relation Name'])),
    sorts: nodes.filter((node) => node['Node Type'].endsWith('Sort')).length,
    entered: nodes.flatMap((node) => node['Index Cond'] ?? []),
  };
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
