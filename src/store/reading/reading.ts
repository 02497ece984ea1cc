import type { Rendered } from '../engine/render';
import type { Rows } from '../engine/rows';
import type { Work } from './work';

/** How the operations of a server read a database: each statement where it keeps nobody from being answered. */
export interface Reading {
  /** @param isDear whether the statement may take long, for all that is known beforehand */
  run(work: Work, statement: Rendered, isDear: boolean): Rows | Promise<Rows>;
  /** Long statements that wait for their turn. */
  readonly queued: number;
  close(): Promise<void>;
}
