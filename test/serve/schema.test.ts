import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  printSchema,
  validateSchema,
} from 'graphql';
import { buildSchema } from '../../src/resolve/schema';

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const own = types.filter(({ name }) => !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name));

/** Every element of a type with its description: `Paper.topics(first:)`. */
function elements(type: GraphQLNamedType): [string, string | null | undefined][] {
  const found: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    for (const value of type.getValues()) found.push([`${type.name}.${value.name}`, value.description]);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) found.push([`${type.name}.${field.name}`, field.description]);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      found.push([`${type.name}.${field.name}`, field.description]);
      for (const argument of field.args)
        found.push([`${type.name}.${field.name}(${argument.name}:)`, argument.description]);
    }
  }
  return found;
}

describe('the schema', () => {
  it('is the one that is committed', () => {
    const committed = readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8');
    expect(committed).toBe(`${printSchema(schema)}\n`);
  });

  it('is valid', () => expect(validateSchema(schema)).toEqual([]));

  it('describes every element', () => {
    const silent = own.flatMap(elements).filter(([, description]) => !description || description.length < 8);
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('gives an id to every object that is more than a part of another', () => {
    const withoutId = own.filter((type) => isObjectType(type) && !('id' in type.getFields())).map(({ name }) => name);
    const parts = withoutId.filter((name) => !/(?:Connection|Edge|Event)$/.test(name));
    expect(parts).toEqual([
      'Query',
      'Subscription',
      'BenchmarkResult',
      'BenchmarkValue',
      'DigestChanges',
      'Evidence',
      'LinkStatement',
      'NearTerms',
      'PageInfo',
      'PaperAuthor',
      'PaperIdentifier',
      'PaperKeyword',
      'PaperRecord',
      'PaperResult',
      'PaperVersion',
      'PaperVotes',
      'RecordSource',
      'ReferenceMatch',
      'RepositoryStars',
      'SearchFacet',
      'SearchFacets',
      'SearchHighlight',
      'Statement',
      'TextRange',
      'Trending',
      'TrendingComponent',
    ]);
    const node = schema.getType('Node');
    const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    const withId = own.filter((type) => isObjectType(type) && 'id' in type.getFields()).map(({ name }) => name);
    expect([...nodes].sort()).toEqual(withId);
  });

  it('has no two objects behind one field that give one name another type: a client could not ask for both', () => {
    const shapeOf = (type: GraphQLOutputType): string =>
      isLeafType(getNamedType(type)) ? String(type) : String(type).replace(getNamedType(type).name, 'an object');
    const conflicts = own.filter(isAbstractType).flatMap((abstract) => {
      const shapes = new Map<string, string>();
      return schema.getPossibleTypes(abstract).flatMap((type) =>
        Object.values(type.getFields()).flatMap(({ name, type: of }) => {
          const shape = shapeOf(of);
          const known = shapes.get(name) ?? shape;
          shapes.set(name, known);
          return known === shape ? [] : [`${abstract.name}: ${type.name}.${name} is ${shape}, not ${known}`];
        }),
      );
    });
    expect(conflicts).toEqual([]);
  });

  it('has every order alike: a field, and a direction under one rule', () => {
    const orders = own.filter((type) => isInputObjectType(type) && type.name.endsWith('Order'));
    expect(orders.length).toBeGreaterThanOrEqual(5);
    const rules = orders.map((type) => {
      const { field, direction, ...others } = isInputObjectType(type) ? type.getFields() : {};
      expect([type.name, String(field?.type), Object.keys(others)]).toEqual([type.name, `${type.name}Field!`, []]);
      expect([String(direction?.type), direction?.defaultValue]).toEqual(['OrderDirection', undefined]);
      return direction?.description;
    });
    expect(new Set(rules).size).toBe(1);
    const taken = own.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
    for (const { name, args } of taken) {
      const orderBy = args.find((argument) => argument.name === 'orderBy');
      if (orderBy) expect([name, orders.map(String)]).toEqual([name, expect.arrayContaining([String(orderBy.type)])]);
    }
  });

  it('describes itself without leading to files that its readers do not see', () => {
    const elsewhere = /README|CHANGELOG|\.md\b|\.ts\b|\bsrc\//;
    const leading = own.flatMap(elements).filter(([, description]) => elsewhere.test(description ?? ''));
    expect(leading).toEqual([]);
  });

  it('has null at the root for what may be refused, and no list below that may be null', () => {
    const query = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(query.filter(({ args, type }) => args.length > 0 && isNonNullType(type))).toEqual([]);
    const below = own.filter((type) => isObjectType(type) && type !== schema.getQueryType());
    const lists = below
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(({ type }) => /Connection!?$|^\[/.test(String(type)));
    expect(lists.length).toBeGreaterThan(30);
    expect(lists.filter(({ name, type }) => !isNonNullType(type) && name !== 'authors')).toEqual([]);
  });

  it('has every connection as Relay wants it, in both directions', () => {
    const fields = own.flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
    );
    const lists = fields.filter(({ field }) => String(field.type).match(/Connection!?$/));
    expect(lists.length).toBeGreaterThanOrEqual(13);
    for (const { field } of lists) {
      expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']));
      const connection = schema.getType(String(field.type).replace('!', ''));
      expect(isObjectType(connection) && Object.keys(connection.getFields()).slice(0, 4)).toEqual([
        'edges',
        'nodes',
        'pageInfo',
        'totalCount',
      ]);
    }
  });
});
