/** Types of columns that both engines know. */
export type ColumnType = 'integer' | 'bigint' | 'double precision' | 'text';

/** Rows that a statement binds as values; `render` writes them as each engine takes them. */
export class BoundTable {
  /** @param columns names and types, in the order of each row's values */
  constructor(
    readonly columns: Readonly<Record<string, ColumnType>>,
    readonly rows: readonly (readonly unknown[])[],
  ) {}
}
