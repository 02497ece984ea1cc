/** Rows that a statement binds as values, to stand behind `values`; `render` writes them as each engine takes them. */
export class BoundRows {
  /** @param rows at least one, all of one width */
  constructor(readonly rows: readonly (readonly unknown[])[]) {}
}
