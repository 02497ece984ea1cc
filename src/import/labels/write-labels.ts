import sql from 'sql-template-tag';
import { type Db, ids, run, type Scalar } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import type { Statement } from '../papers/mentions';
import { areSame, type PaperChange } from '../papers/paper-changes';
import { type SettledPaper, statementsOf } from '../papers/settle-paper';
import { labelsOf } from './labels-of';

/** Stores which labels papers have now, and where they are listed under them, where that has changed. */
export async function writeLabels(
  db: Db,
  changes: readonly PaperChange[],
  pkOf: ReadonlyMap<string, number>,
): Promise<void> {
  const relabelled = changes.filter(isRelabelled);
  const outdated = relabelled.flatMap(({ was }) => was?.pk ?? []);
  // All of them first: what changes places holds each other's keys, which are unique.
  if (outdated.length > 0) await run(db, sql`delete from paper_label where paper_id in ${ids(outdated)}`);
  await insertLabels(
    db,
    relabelled.flatMap(({ slug, is, mentions }) =>
      is
        ? [
            {
              pk: pkOf.get(slug) as number,
              firstSeenKey: is.firstSeenKey,
              labels: labelsIn(is, statementsOf(mentions)),
            },
          ]
        : [],
    ),
  );
}

/** Stores the labels of papers that have none. */
export async function insertLabels(
  db: Db,
  papers: readonly { pk: number; firstSeenKey: string; labels: readonly string[] }[],
): Promise<void> {
  const rows = papers.flatMap(({ pk, firstSeenKey, labels }) =>
    labels.map((label): Scalar[] => [label, firstSeenKey, pk]),
  );
  await insertRows(db, 'paper_label', ['label', 'first_seen_key', 'paper_id'], rows);
}

function isRelabelled({ was, is, statementsBefore, mentions }: PaperChange): boolean {
  if (!was || !is || was.firstSeenKey !== is.firstSeenKey) return true;
  return !areSame(labelsIn(was, statementsBefore), labelsIn(is, statementsOf(mentions)));
}

function labelsIn(paper: SettledPaper, statements: readonly Statement[]): string[] {
  return labelsOf(
    paper,
    statements.map(({ record }) => record.format),
  );
}
