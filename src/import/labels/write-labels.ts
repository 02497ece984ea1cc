import sql from 'sql-template-tag';
import { type Db, ids, run, type Scalar } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import type { Statement } from '../papers/mentions';
import { areSame, type PaperChange } from '../papers/paper-changes';
import { type SettledPaper, statementsOf } from '../papers/settle-paper';
import { labelsOf } from './labels-of';

/** Stores which labels papers have now, where that has changed. Those of papers that go are gone by then. */
export async function writeLabels(
  db: Db,
  changes: readonly PaperChange[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  const labelled = changes.filter(isRelabelled).flatMap(({ slug, was, is, mentions }) => {
    if (!is) return [];
    const labels = labelsIn(is, statementsOf(mentions));
    return [{ was, pk: pkOf.get(slug) as number, firstSeenKey: is.firstSeenKey, labels }];
  });
  await removeLabels(
    db,
    labelled.flatMap(({ was }) => was?.pk ?? []),
  );
  await insertLabels(db, labelled);
}

/** Removes the labels of papers. */
export async function removeLabels(db: Db, papers: readonly number[]): Promise<void> {
  if (papers.length > 0) await run(db, sql`delete from paper_label where paper_id in ${ids(papers)}`);
}

/** Stores the labels of papers that have none. */
export async function insertLabels(
  db: Db,
  papers: readonly { pk: number; firstSeenKey: string; labels: readonly string[] }[],
): Promise<void> {
  const rows = papers.flatMap(({ pk, firstSeenKey, labels }) =>
    labels.map((label): [string, ...Scalar[]] => [label, firstSeenKey, pk]),
  );
  // By label, so that neighbours in the table are written together.
  rows.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  await insertRows(db, 'paper_label', ['label', 'first_seen_key', 'paper_id'], rows);
}

function isRelabelled({ was, is, statementsBefore, mentions }: PaperChange): boolean {
  if (!was || !is) return is !== undefined;
  return !areSame(labelsIn(was, statementsBefore), labelsIn(is, statementsOf(mentions)));
}

function labelsIn(paper: SettledPaper, statements: readonly Statement[]): string[] {
  return labelsOf(
    paper,
    statements.map(({ record }) => record.format),
  );
}
