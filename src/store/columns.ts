import { raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';
import { type Asked, isAsked, SELDOM } from './asked';

/** A column of a select list. */
export interface Column {
  /** What it is, as SQL that binds nothing. */
  by: string;
  /** The name that its rows have it under. */
  as: string;
  /** Whether it is a number. */
  isNumber?: boolean;
}

/** A select list. */
export class Columns {
  readonly sql: Sql;
  private readonly longer = new Map<string, Columns>();

  constructor(readonly list: readonly Column[]) {
    this.sql = raw(list.map(({ by, as }) => `${by} as "${as}"`).join(', '));
  }

  /** With further columns; those that not every reader needs if they are asked for. */
  and(further: readonly Column[], asked: Asked = SELDOM): Columns {
    const wanted = further.filter(({ as }) => isAsked(as, asked));
    const key = wanted.map(({ by, as }) => `${by} ${as}`).join();
    const known = this.longer.get(key) ?? new Columns([...this.list, ...wanted]);
    this.longer.set(key, known);
    return known;
  }
}

/** Those of entities that were asked for: there are few, and they are needed for every page. */
const ofEntities = new Map<new () => object, Map<string, Columns>>();

/**
 * The columns of an entity: `p.first_seen_on as "firstSeenOn", …`.
 *
 * @param asked of the columns that not every reader needs, those to read; all unless said
 */
export function columnsOf(entity: new () => object, alias: string, asked: Asked = SELDOM): Columns {
  const known = ofEntities.get(entity) ?? new Map<string, Columns>();
  ofEntities.set(entity, known);
  const key = `${alias} ${asked.join()}`;
  const columns = known.get(key) ?? new Columns(listColumns(entity, alias, asked));
  known.set(key, columns);
  return columns;
}

function listColumns(entity: new () => object, alias: string, asked: Asked): Column[] {
  return getMetadataArgsStorage()
    .columns.filter(
      ({ target, propertyName, options }) =>
        target === entity && options.select !== false && isAsked(propertyName, asked),
    )
    .map(({ propertyName, options }) => ({
      by: `${alias}.${options.name ?? propertyName}`,
      as: propertyName,
      isNumber: options.type === 'integer' || options.type === 'double precision',
    }));
}
