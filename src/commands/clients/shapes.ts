import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

/** A field that gives a list page by page. */
export interface ConnectionField {
  name: string;
  /** The arguments that tell its lists apart: all but the two cursors, since pages of one size make one list. */
  keyArgs: string[];
}

/** What a client cannot see in the answers, told by the schema. Everything in the order of its name. */
export interface Shapes {
  /** The types behind each interface and union. */
  possibleTypes: Record<string, string[]>;
  /** The connections of each type that has any. */
  connections: Record<string, ConnectionField[]>;
  /** Object types without an id, the roots left out. */
  withoutId: string[];
  /** Those of them of which one object has one, in parts that several operations may ask for. */
  parts: string[];
  /** The type in TypeScript of each scalar that is none of the specification's. */
  scalars: Record<string, string>;
}

/**
 * Reads out of a schema what settings of clients are made of.
 *
 * @throws Error for a scalar that does not say its type in TypeScript (`extensions.codegenScalarType`)
 */
export function readShapes(schema: GraphQLSchema): Shapes {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort(byName);
  const objects = types.filter(isObjectType);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const withoutId = objects.filter((type) => !roots.includes(type) && !('id' in type.getFields()));
  const held = heldOnce(schema, objects);
  const connections = objects.map((type) => [type.name, connectionFieldsOf(type)] as const);
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [type.name, namesOf(schema.getPossibleTypes(type))]),
    ),
    connections: Object.fromEntries(connections.filter(([, fields]) => fields.length > 0)),
    withoutId: namesOf(withoutId),
    parts: namesOf(withoutId.filter((type) => held.has(type) && !isConnection(type))),
    scalars: Object.fromEntries(
      types
        .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
        .map(({ name, extensions }) => [name, typeInTypeScript(name, extensions.codegenScalarType)]),
    ),
  };
}

function typeInTypeScript(name: string, said: unknown): string {
  if (typeof said === 'string') return said;
  throw new Error(`scalar ${name}: expected its type in TypeScript in extensions.codegenScalarType, got ${said}`);
}

/**
 * The types of which an object has one. A page's place in its list belongs to the page, and what a subscription tells
 * replaces what it told before: neither is a part to be merged.
 */
function heldOnce(schema: GraphQLSchema, objects: readonly GraphQLObjectType[]): Set<GraphQLOutputType> {
  const fields = objects
    .filter((type) => type !== schema.getSubscriptionType())
    .flatMap((type) => fieldsOf(type).filter(({ name }) => !(isConnection(type) && name === 'pageInfo')));
  const types = fields.map(({ type }) => getNullableType(type)).filter((type) => !isListType(type));
  return new Set(
    types.flatMap((type): readonly GraphQLOutputType[] =>
      isAbstractType(type) ? schema.getPossibleTypes(type) : [type],
    ),
  );
}

function connectionFieldsOf(type: GraphQLObjectType): ConnectionField[] {
  return fieldsOf(type)
    .filter(({ type, args }) => isConnection(getNullableType(type)) && args.some(isCursor))
    .map(({ name, args }) => ({ name, keyArgs: namesOf(args.filter((argument) => !isCursor(argument))) }))
    .sort(byName);
}

/** Whether a type is a page of a list, as Relay's specification of connections has it. */
function isConnection(type: unknown): boolean {
  if (!isObjectType(type)) return false;
  const { edges, pageInfo } = type.getFields();
  return edges !== undefined && pageInfo !== undefined && givesEdges(edges);
}

function givesEdges({ type }: GraphQLField<unknown, unknown>): boolean {
  const edge = getNamedType(type);
  return isListType(getNullableType(type)) && isObjectType(edge) && 'node' in edge.getFields();
}

interface Named {
  readonly name: string;
}

const isCursor = ({ name }: Named): boolean => name === 'after' || name === 'before';
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const byName = (one: Named, other: Named): number => (one.name < other.name ? -1 : 1);
const namesOf = (named: readonly Named[]): string[] => named.map(({ name }) => name).sort();
