import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pick as pickOf, type Random } from '../bench/corpus/random';

/** An operation, and values for its variables. */
export interface RandomOperation {
  text: string;
  variables: Record<string, boolean>;
}

/** How an operation is made. */
export interface Making {
  /** A query unless said. */
  kind?: 'query' | 'subscription';
  /** The same numbers make the same operation. */
  random: Random;
  /** Texts to look things up by, for an argument of this name: slugs, ids, addresses. */
  known(argument: string): readonly string[];
  /** What stands where a value of this type belongs, if it is to be something else than what is made for it. */
  strange?(type: GraphQLInputType): string | null;
  /** Declarations of the variables that strange values use, read when the operation is done. */
  declarations?: readonly string[];
}

const DEEPEST = 5;

/**
 * A valid operation that asks for whatever the schema has: aliases, fragments, skipped fields, right arguments and wrong ones.
 */
export function randomOperation(
  schema: GraphQLSchema,
  { kind = 'query', random, known, strange = () => null, declarations = [] }: Making,
): RandomOperation {
  const chance = (share: number) => random() < share;
  const pick = <Item>(items: readonly Item[]): Item => pickOf(random, items);
  let aliases = 0;

  const value = (name: string, type: GraphQLInputType, depth: number): string =>
    strange(type) ?? fitting(name, type, depth);

  const fitting = (name: string, type: GraphQLInputType, depth: number): string => {
    if (isNonNullType(type)) return fitting(name, type.ofType, depth);
    if (isListType(type)) return `[${value(name, type.ofType, depth)}, ${value(name, type.ofType, depth)}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields());
      const fields = type.isOneOf
        ? [pick(all)]
        : all.filter((field) => isNonNullType(field.type) || (depth > 0 && chance(0.3)));
      return `{ ${fields.map((field) => `${field.name}: ${value(field.name, field.type, depth - 1)}`).join(', ')} }`;
    }
    return (
      {
        Int: () => String(Math.floor(random() * 4)),
        Float: () => pick(['0', '0.5', '1', '7']),
        Boolean: () => pick(['true', 'false', '$yes', '$no']),
        LocalDate: () => pick(['"2025-03-11"', '"2024-01-01"']),
      }[type.name as 'Int']?.() ?? JSON.stringify(pick(known(name)))
    );
  };

  const args = (list: readonly GraphQLArgument[]): string => {
    const given = list.filter(({ name, type }) =>
      isNonNullType(type)
        ? true
        : name === 'first'
          ? chance(0.7)
          : chance(['after', 'before'].includes(name) ? 0.03 : 0.15),
    );
    return given.length === 0
      ? ''
      : `(${given.map(({ name, type }) => `${name}: ${value(name, type, 2)}`).join(', ')})`;
  };

  const directive = () =>
    chance(0.1) ? pick([' @skip(if: $yes)', ' @skip(if: $no)', ' @include(if: $yes)', ' @include(if: false)']) : '';

  const selection = (type: GraphQLNamedType, depth: number): string => {
    const asked: string[] = [];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      const count = 1 + Math.floor(random() * 4);
      for (let index = 0; index < count; index++) {
        const field = pick(fields);
        const below = getNamedType(field.type as GraphQLOutputType);
        if (isCompositeType(below) && depth === 0) continue;
        const alias = chance(0.5) || field.args.length > 0 ? `a${aliases++}: ` : '';
        const inner = isCompositeType(below) ? ` ${selection(below, depth - 1)}` : '';
        const text = `${alias}${field.name}${args(field.args)}${directive()}${inner}`;
        asked.push(chance(0.1) ? `... on ${type.name}${directive()} { ${text} }` : text);
      }
    }
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) {
        if (chance(0.6)) asked.push(`... on ${possible.name} ${selection(possible, depth)}`);
      }
    }
    if (asked.length === 0 || chance(0.2)) asked.push(chance(0.5) ? '__typename' : `a${aliases++}: __typename`);
    return `{ ${asked.join(' ')} }`;
  };

  // Variables that nothing uses are not valid.
  const using = (selections: string): string =>
    selections.replace('{', () => '{ uses: __typename @skip(if: $yes) others: __typename @skip(if: $no)');

  const root = (): string => {
    if (kind === 'query') return using(selection(schema.getQueryType() as GraphQLObjectType, DEEPEST));
    const { name, type, args: accepted } = pick(fieldsOf(schema.getSubscriptionType() as GraphQLObjectType));
    return `{ ${name}${args(accepted)} ${using(selection(getNamedType(type), DEEPEST))} }`;
  };

  const asked = root();
  const declared = ['$yes: Boolean!', '$no: Boolean!', ...declarations];
  return {
    text: `${kind} Random(${declared.join(', ')}) ${asked}`,
    variables: { yes: chance(0.5), no: chance(0.5) },
  };
}

function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields());
}
