import { head, importing, object, texts } from './code';
import type { Shapes } from './shapes';

const USAGE = `${importing('import', ['keys', 'possibleTypes', 'resolvers'], './graphcache')}
const exchange = cacheExchange({ keys, possibleTypes, resolvers });`;

const IMPORTS = importing(
  'import type',
  ['Cache', 'DataFields', 'KeyingConfig', 'Resolver', 'ResolverConfig', 'Variables'],
  '@urql/exchange-graphcache',
);

/**
 * What makes one list of its pages. Not relayPagination of graphcache 9.0, which gives nothing at all for a list without
 * arguments and where another operation read on with other fields, empty edges where nodes were asked for, and loses
 * what lies between a first page asked for anew and a second one that is not.
 */
const PAGES = `/**
 * A list from where paging began up to the page that is asked for. Unlike relayPagination it joins only pages that
 * follow on each other, are of one size, and were asked for the same: nothing is missing between two of them, nothing is
 * there but what answers gave, and null is null.
 */
function pages(): Resolver {
  return (_parent, args, cache, { parentKey, fieldName }) => {
    const fieldOf = (of: Variables) => cache.keyOfField(fieldName, Object.keys(of).length > 0 ? of : null) ?? fieldName;
    const listOf = ({ after: _after, before: _before, ...others }: Variables) => fieldOf(others);
    const own = cache.resolve(parentKey, fieldOf(args));
    if (typeof own !== 'string') return own;

    const { before: backwards } = args;
    const [cursor, end, start, more] = backwards == null ? FORWARDS : BACKWARDS;
    const parts = ['edges', 'nodes'].filter((part) => cache.resolve(own, part) !== undefined);
    const others = cache
      .inspectFields(parentKey)
      .filter((field) => field.fieldName === fieldName && listOf(field.arguments ?? {}) === listOf(args))
      .map((field) => ({ key: cache.resolve(parentKey, field.fieldKey) as string, at: field.arguments?.[cursor] }))
      .filter(({ key }) => key && parts.every((part) => cache.resolve(key, part) !== undefined));
    const list = [own];
    for (let at: unknown = args[cursor]; at; ) {
      const previous = others.find(({ key }) => !list.includes(key) && placeOf(cache, key)[end] === at);
      if (previous) list.push(previous.key);
      at = previous?.at;
    }
    if (list.length === 1) return own;

    const begun = placeOf(cache, list.at(-1) as string);
    if (cursor === 'after') list.reverse();
    const joined = parts.map((part) => [part, list.flatMap((key) => cache.resolve(key, part))]);
    const { __typename } = placeOf(cache, own);
    const pageInfo = __typename && { __typename, [start]: begun[start], [more]: begun[more] };
    return { __typename: cache.resolve(own, '__typename'), ...Object.fromEntries(joined), pageInfo } as DataFields;
  };
}

const FORWARDS = ['after', 'endCursor', 'startCursor', 'hasPreviousPage'] as const;
const BACKWARDS = ['before', 'startCursor', 'endCursor', 'hasNextPage'] as const;

/** What the cache knows of a page's place in its list; cursors also from its edges. */
function placeOf(cache: Cache, page: string) {
  const pageInfo = cache.resolve(page, 'pageInfo') as string | undefined;
  const edges = cache.resolve(page, 'edges') as string[] | undefined;
  const of = (name: string) => cache.resolve(pageInfo, name);
  return {
    __typename: of('__typename'),
    startCursor: of('startCursor') ?? cache.resolve(edges?.at(0), 'cursor'),
    endCursor: of('endCursor') ?? cache.resolve(edges?.at(-1), 'cursor'),
    hasPreviousPage: of('hasPreviousPage'),
    hasNextPage: of('hasNextPage'),
  };
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
${IMPORTS}

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes: Record<string, string[]> = ${object(types)};

/** What has no id is a part of the object that it was asked of. */
export const keys: KeyingConfig = ${object(keys)};

${PAGES}
/** Lists are read page by page: each page comes with those before it. */
export const resolvers: ResolverConfig = ${object(resolvers)};
`;
}
