import { head, object, texts } from './code';
import type { Shapes } from './shapes';

const USAGE = `import { keys, possibleTypes, resolvers } from './graphcache';
const exchange = cacheExchange({ keys, possibleTypes, resolvers });`;

/** What makes one list of its pages. Tried with graphcache 9.0. */
const PAGES = `/**
 * The pages of a list as one. As relayPagination has it, but pages of another size are another list; arguments may all
 * be left out; what was never asked for is not known, so a list of which only nodes were asked for has no empty edges;
 * and null is null.
 */
function pages(): Resolver {
  const join = relayPagination();
  return (parent, args, cache, info) => {
    const page = cache.resolve(info.parentKey, info.fieldName, given(args));
    if (typeof page !== 'string') return page;
    const ofOneSize = ({ arguments: of }: FieldInfo) => of?.first === args.first && of?.last === args.last;
    const seen: Pick<Cache, 'inspectFields' | 'resolve'> = {
      inspectFields: (entity) =>
        cache
          .inspectFields(entity)
          .filter(ofOneSize)
          .map((field) => ({ ...field, arguments: field.arguments ?? {} })),
      resolve: (entity, field, of) => cache.resolve(entity, field, given(of)),
    };
    const list = join(parent, args, Object.assign(Object.create(cache), seen), info) as DataFields;
    const asked = known(list, page, cache);
    const place = cache.resolve(page, 'pageInfo');
    return typeof place === 'string' ? { ...asked, pageInfo: known(list.pageInfo as DataFields, place, cache) } : asked;
  };
}

/** The arguments as the cache keeps them: a field without any stands under its name alone. */
function given(args: FieldArgs): FieldArgs {
  return args && Object.keys(args).length > 0 ? args : undefined;
}

/** What answers gave of an object. */
function known(object: DataFields, key: string, cache: Cache): DataFields {
  const fields = Object.entries(object).filter(([name]) => cache.resolve(key, name) !== undefined);
  return Object.fromEntries(fields) as DataFields;
}
`;

/** The file for urql: what its normalised cache is told. */
export function graphcacheText({ possibleTypes, connections, withoutId }: Shapes): string {
  const types = Object.entries(possibleTypes).map(([name, types]) => [name, texts(types)] as const);
  const keys = withoutId.map((name) => [name, '() => null'] as const);
  const resolvers = Object.entries(connections).map(
    ([type, fields]) =>
      [
        type,
        object(
          fields.map(({ name }) => [name, 'pages()']),
          '  ',
        ),
      ] as const,
  );
  return `${head('What graphcache, the normalised cache of urql, is to know of Offprint.', USAGE)}
import type {
  Cache,
  DataFields,
  FieldArgs,
  FieldInfo,
  KeyingConfig,
  Resolver,
  ResolverConfig,
} from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes = ${object(types)};

/** What has no id is a part of the object that it was asked of. */
export const keys: KeyingConfig = ${object(keys)};

${PAGES}
/** Lists are read page by page. */
export const resolvers: ResolverConfig = ${object(resolvers)};
`;
}
