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

/** Asks the engine how it would run a statement on tables too large to be read whole. */
export function queryPlan(store: Store, statement: LoggedStatement): Promise<QueryPlan> {
  return { sqlite: sqlitePlan, postgres: postgresPlan }[store.engine](store, statement);
}

async function sqlitePlan({ writer }: Store, { text, parameters }: LoggedStatement): Promise<QueryPlan> {
  const steps: { detail: string }[] = await writer.query(`explain query plan ${text}`, parameters);
  const details = steps.map(({ detail }) => detail);
  return {
    scans: details.filter((detail) => /^SCAN (?!json_each)/.test(detail) && !/USING (COVERING )?INDEX/.test(detail)),
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

async function postgresPlan({ writer }: Store, { text, parameters }: LoggedStatement): Promise<QueryPlan> {
  const [{ 'QUERY PLAN': plan }] = await writer.transaction(async (db) => {
    // The tables of a test are small enough to be scanned and sorted; a large one would be neither.
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin']) {
      await db.query(`set local enable_${way} = off`);
    }
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
