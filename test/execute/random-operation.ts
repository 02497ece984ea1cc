import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
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

/** An operation, and values for its variables. */
export interface RandomOperation {
  text: string;
  variables: Record<string, boolean>;
}

const DEEPEST = 5;

/**
 * A valid query that asks for whatever the schema has: aliases, fragments, skipped fields, right arguments and wrong ones.
 *
 * @param seed the same one gives the same query
 * @param known texts to look things up by: slugs, ids, addresses
 */
export function randomOperation(schema: GraphQLSchema, seed: number, known: readonly string[]): RandomOperation {
  const random = numbers(seed);
  const chance = (share: number) => random() < share;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let aliases = 0;

  const value = (type: GraphQLInputType, depth: number): string => {
    if (isNonNullType(type)) return value(type.ofType, depth);
    if (isListType(type)) return `[${value(type.ofType, depth)}, ${value(type.ofType, depth)}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && chance(0.3)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${value(field.type, depth - 1)}`).join(', ')} }`;
    }
    return (
      {
        Int: () => String(Math.floor(random() * 4)),
        Float: () => pick(['0', '0.5', '1', '7']),
        Boolean: () => pick(['true', 'false', '$yes', '$no']),
        Date: () => pick(['"2025-03-11"', '"2024-01-01"']),
      }[type.name as 'Int']?.() ?? JSON.stringify(pick(known))
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
    return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${value(type, 2)}`).join(', ')})`;
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

  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries');
  const text = `query Random($yes: Boolean!, $no: Boolean!) ${selection(query, DEEPEST)}`;
  // Variables that nothing uses are not valid.
  const uses = `{ uses: __typename @skip(if: $yes) others: __typename @skip(if: $no)`;
  return { text: text.replace('{', uses), variables: { yes: chance(0.5), no: chance(0.5) } };
}

/** Numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
