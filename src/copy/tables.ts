import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnType } from '../store/engine/bound-table';

/** A column as a copy sees it. */
export interface CopiedColumn {
  name: string;
  type: ColumnType;
}

/** A table as a copy sees it. */
export interface CopiedTable {
  name: string;
  columns: readonly CopiedColumn[];
  /** The columns of the primary key. */
  key: readonly CopiedColumn[];
  /** Columns that point into the table itself: they are filled in when all of its rows are there. */
  selfReferences: readonly CopiedColumn[];
  /** The column that the database numbers; null where keys come from elsewhere. */
  numbered: string | null;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  integer: 'integer',
  bigint: 'bigint',
  'double precision': 'double precision',
  varchar: 'text',
  text: 'text',
  'simple-json': 'text',
};

/** The tables of all entities, each after those that it points to. */
export function tablesOf({ entityMetadatas }: DataSource): CopiedTable[] {
  const ordered: EntityMetadata[] = [];
  const waiting = new Set(entityMetadatas);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((entity) =>
      entity.foreignKeys.every(({ referencedEntityMetadata: other }) => other === entity || !waiting.has(other)),
    );
    if (ready.length === 0) throw new Error(`These tables point to each other: ${namesOf(waiting)}`);
    for (const entity of ready) {
      ordered.push(entity);
      waiting.delete(entity);
    }
  }
  return ordered.map(toTable);
}

function toTable(entity: EntityMetadata): CopiedTable {
  const columns = entity.columns.map(({ databaseName, type }) => ({
    name: databaseName,
    type: typeOf(entity, databaseName, String(type)),
  }));
  const named = (names: readonly string[]) => columns.filter(({ name }) => names.includes(name));
  const own = entity.foreignKeys.filter(({ referencedEntityMetadata }) => referencedEntityMetadata === entity);
  return {
    name: entity.tableName,
    columns,
    key: named(entity.primaryColumns.map(({ databaseName }) => databaseName)),
    selfReferences: named(own.flatMap(({ columnNames }) => columnNames)),
    numbered: entity.generatedColumns[0]?.databaseName ?? null,
  };
}

function typeOf({ tableName }: EntityMetadata, column: string, type: string): ColumnType {
  const known = TYPES[type];
  if (known) return known;
  throw new Error(`${tableName}.${column}: expected one of the types ${Object.keys(TYPES).join(', ')}, got ${type}`);
}

function namesOf(entities: Iterable<EntityMetadata>): string {
  return [...entities].map(({ tableName }) => tableName).join(', ');
}
