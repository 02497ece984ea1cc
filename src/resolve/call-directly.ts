import { type GraphQLFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from './context';

type Metadata = ReturnType<typeof getMetadataStorage>;
type Method = Metadata['queries'][number] | Metadata['fieldResolvers'][number];
type Parameter = NonNullable<Method['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Has fields call the methods of the resolver classes themselves. type-graphql sorts the parameters of a method and makes
 * instances of its arguments for each object that is asked, a quarter of the time of an answer with many small objects.
 * The methods here take their arguments as plain data, and have no middleware, no roles and no validation by classes.
 *
 * @throws Error when a method asks for one of these
 */
export function callDirectly(schema: GraphQLSchema): void {
  const { queries, fieldResolvers, objectTypes, interfaceTypes } = getMetadataStorage();
  const typeNames = new Map([...objectTypes, ...interfaceTypes].map(({ target, name }) => [target, name]));
  const instances = new Map<Method['target'], object>();
  const instanceOf = (target: Method['target']): object => {
    const instance = instances.get(target) ?? (Reflect.construct(target, []) as object);
    instances.set(target, instance);
    return instance;
  };
  for (const method of queries) setResolve(schema, 'Query', method, instanceOf(method.target));
  for (const method of fieldResolvers) {
    // Others are properties of the object itself.
    if (method.kind !== 'external') continue;
    const typeName = typeNames.get(method.getObjectType?.() as Method['target']);
    setResolve(schema, typeName ?? '', method, instanceOf(method.target));
  }
}

/** In the type of this name, or in all types that implement the interface of this name. */
function setResolve(schema: GraphQLSchema, typeName: string, method: Method, instance: object): void {
  const type = schema.getType(typeName);
  const resolve = toResolve(method, instance);
  for (const owner of isInterfaceType(type) ? schema.getPossibleTypes(type) : [type]) {
    const field = isObjectType(owner) ? owner.getFields()[method.schemaName] : undefined;
    if (!field) throw new Error(`${typeName}.${method.schemaName}: expected a field for the method, got none`);
    field.resolve = resolve;
  }
}

function toResolve({ methodName, params = [], middlewares, roles }: Method, instance: object): Resolve {
  if (middlewares?.length || roles) throw new Error(`${methodName}: expected no middleware and no roles`);
  const method = (instance as Record<string, (...values: unknown[]) => unknown>)[methodName];
  const parameters = [...params].sort((a, b) => a.index - b.index).map(toValue);
  return (root, args, context, info) => {
    const values = new Array<unknown>(parameters.length);
    parameters.forEach((toArgument, index) => {
      values[index] = toArgument(root, args, context, info);
    });
    return method?.apply(instance, values);
  };
}

/** How the value of a parameter comes out of a call. */
function toValue(parameter: Parameter): Resolve {
  switch (parameter.kind) {
    case 'root':
      return (root) => root;
    case 'args':
      return (_, args) => args;
    case 'arg':
      return (_, args) => args[parameter.name];
    case 'context':
      return (_, __, context) => context;
    case 'info':
      return (_, __, ___, info) => info;
    default:
      throw new Error(`${parameter.methodName}: expected root, arguments, context and info, got ${parameter.kind}`);
  }
}
