import { type JsonObject, objectOf, objectsIn, textOf } from '../json/members';

/** A row of a leaderboard, and where it stands in the tree of tasks. */
export interface LeaderboardRow {
  task: string;
  dataset: string;
  row: JsonObject;
}

interface Branch {
  object: JsonObject;
  kind: 'TASK' | 'DATASET';
  /** The task that a dataset belongs to. */
  task: string;
}

/**
 * The rows of all leaderboards of a task, of its datasets and theirs, and of its subtasks, in the order of the file. However deep
 * they nest.
 */
export function* rowsOfTask(task: JsonObject): Generator<LeaderboardRow> {
  const open: Branch[] = [{ object: task, kind: 'TASK', task: '' }];
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { object, kind } = branch;
    const name = textOf(kind === 'TASK' ? object.task : object.dataset)?.trim() ?? '';
    const taskName = kind === 'TASK' ? name : branch.task;
    const children: Branch[] = [
      ...objectsIn(kind === 'TASK' ? object.datasets : object.subdatasets).map(
        (dataset): Branch => ({ object: dataset, kind: 'DATASET', task: taskName }),
      ),
      ...objectsIn(object.subtasks).map((subtask): Branch => ({ object: subtask, kind: 'TASK', task: '' })),
    ];
    for (const row of objectsIn(objectOf(object.sota)?.rows)) yield { task: taskName, dataset: name, row };
    for (const child of children.reverse()) open.push(child);
  }
}
