import { type JsonObject, keyOf, listOf, objectOf, objectsIn, textOf, textsIn } from '../json/members';

/** A row of a leaderboard, and where it stands in the tree of tasks. */
export interface LeaderboardRow {
  task: string;
  dataset: string;
  row: JsonObject;
}

/** What was measured, and the value as it is written. */
export interface Measured {
  /** The way to the value in the row. */
  field: string;
  metric: string;
  written: unknown;
  value: string;
}

interface Branch {
  object: JsonObject;
  kind: 'TASK' | 'DATASET';
  /** The task that a dataset belongs to. */
  task: string;
}

/** Values that nest deeper are none. */
const DEEPEST_VALUE = 3;

/**
 * The rows of all leaderboards of a task, of its datasets and theirs, and of its subtasks, in the order of the file. However deep
 * they nest, and whether they stand in lists or under their names.
 */
export function* rowsOfTask(task: JsonObject): Generator<LeaderboardRow> {
  const open: Branch[] = [{ object: task, kind: 'TASK', task: '' }];
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { object, kind } = branch;
    const name = textOf(kind === 'TASK' ? object.task : object.dataset)?.trim() ?? '';
    const taskName = kind === 'TASK' ? name : branch.task;
    const children: Branch[] = [
      ...branchesIn(kind === 'TASK' ? object.datasets : object.subdatasets, 'dataset').map(
        (dataset): Branch => ({ object: dataset, kind: 'DATASET', task: taskName }),
      ),
      ...branchesIn(object.subtasks, 'task').map((subtask): Branch => ({ object: subtask, kind: 'TASK', task: '' })),
    ];
    const rows = objectOf(object.sota)?.rows ?? object.sota;
    for (const row of [...objectsIn(rows), ...objectsIn(Object.values(objectOf(rows) ?? {}))]) {
      yield { task: taskName, dataset: name, row };
    }
    for (const child of children.reverse()) open.push(child);
  }
}

/** The model of a row; several, as where a row is of an ensemble, parted by commas. */
export function modelOf(row: JsonObject): string {
  const names = [
    ...textsIn(row.model_name),
    ...objectsIn([row.model_name, ...listOf(row.model_name)]).flatMap(({ name }) => textOf(name) ?? []),
  ];
  return names.map((name) => name.trim()).join(', ');
}

/**
 * All values of a row. In the dump they stand under the names of their metrics; in copies also in a list of metrics with names and
 * values, in a text that holds either, and one metric of several parts (`Dev`: `EM`, `F1`) as an object: then both names tell it.
 */
export function measuredIn(row: JsonObject): Measured[] {
  return valuesIn(unpacked(row.metrics), 'metrics', '', DEEPEST_VALUE);
}

function valuesIn(written: unknown, field: string, metric: string, depth: number): Measured[] {
  const value = keyOf(written)?.trim();
  if (value !== undefined) return metric === '' ? [] : [{ field, metric, written, value }];
  if (depth < 0) return [];
  if (Array.isArray(written)) return written.flatMap((element) => valuesIn(element, field, metric, depth - 1));
  const object = objectOf(written) ?? {};
  const name = textOf(object.metric) ?? textOf(object.name) ?? textOf(object.metric_name);
  if ('value' in object) return valuesIn(object.value, `${field}.value`, joined(metric, name ?? ''), depth - 1);
  return Object.entries(object).flatMap(([key, inner]) =>
    valuesIn(inner, `${field}.${key}`, joined(metric, key), depth - 1),
  );
}

function joined(outer: string, inner: string): string {
  return outer === '' || inner === '' ? outer + inner : `${outer} ${inner}`;
}

/** What a text holds that is JSON itself, as copies in columns have it; all else as it is. */
function unpacked(written: unknown): unknown {
  if (typeof written !== 'string' || !/^\s*[[{]/.test(written)) return written;
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}

/** Objects in a list; in an object by itself, or the objects under names in one. */
function branchesIn(written: unknown, sign: 'task' | 'dataset'): JsonObject[] {
  const object = objectOf(written);
  if (object === null) return objectsIn(written);
  return textOf(object[sign]) === null ? objectsIn(Object.values(object)) : [object];
}
