import { head, importing, object, texts } from './code';
import type { Shapes } from './shapes';

const USAGE = `${importing('import', ['possibleTypes', 'typePolicies'], './apollo-client')}
const cache = new InMemoryCache({ possibleTypes, typePolicies });`;

const IMPORTS = [
  importing(
    'import type',
    ['FieldMergeFunction', 'FieldPolicy', 'FieldReadFunction', 'Reference', 'StoreObject', 'TypePolicies'],
    '@apollo/client',
  ),
  importing('import', ['relayStylePagination'], '@apollo/client/utilities'),
].join('\n');

/**
 * What makes one list of its pages. relayStylePagination of Apollo Client 4.3 by itself has nodes of the last page alone,
 * gives lists of other sizes for each other, takes a list that was counted for empty, and null for a list.
 */
const PAGES = `/** A list as the cache keeps it. */
interface List {
  edges?: readonly StoreObject[];
  nodes?: readonly Reference[];
  pageInfo?: { startCursor?: string | null; endCursor?: string | null };
}

/**
 * The pages of a list as one, told apart from other lists by \`keyArgs\`; pages of another size are another list. As
 * relayStylePagination has it, but \`nodes\` are the nodes of the edges and go on page by page, too; an edge keeps what
 * another operation asked of it; what was never asked for is not known, so a list that was only counted is not empty;
 * and null is null.
 */
function pages(keyArgs: string[]): FieldPolicy<List | null> {
  const { read, merge } = relayStylePagination(keyArgs) as { read: FieldReadFunction; merge: FieldMergeFunction };
  return {
    keyArgs,
    read(list, options) {
      if (!list?.edges) return list;
      const { edges, pageInfo, ...rest } = read(list, options);
      const startCursor = pageInfo.startCursor || list.pageInfo?.startCursor;
      const endCursor = pageInfo.endCursor || list.pageInfo?.endCursor;
      const nodes = edges.map((edge: StoreObject) => options.readField('node', edge));
      return { ...rest, edges, nodes, pageInfo: { ...pageInfo, startCursor, endCursor } };
    },
    merge(list, page, options) {
      const edges = page?.edges ?? page?.nodes?.map((node): StoreObject => ({ node }));
      const pageInfo = list?.edges ? { ...page?.pageInfo, ...list.pageInfo } : (page?.pageInfo ?? list?.pageInfo);
      if (!edges) return page && { ...list, ...page, pageInfo };
      const refOf = (edge: StoreObject) => options.readField<Reference>('node', edge)?.__ref;
      const known = new Map(list?.edges?.map((edge) => [refOf(edge), edge]));
      const whole = edges.map((edge) => (refOf(edge) ? { ...known.get(refOf(edge)), ...edge } : edge));
      return merge({ edges: [], pageInfo: {}, ...list }, { ...page, edges: whole }, options);
    },
  };
}
`;

/** The file for Apollo Client: what its cache is told. */
export function apolloClientText({ possibleTypes, connections, parts }: Shapes): string {
  const policies = Object.entries(connections).map(([type, fields]) => {
    const lists = fields.map(({ name, keyArgs }) => [name, `pages(${texts(keyArgs)})`] as const);
    const merge = parts.includes(type) ? [['merge', 'true'] as const] : [];
    return [type, object([...merge, ['fields', object(lists, '    ')]], '  ')] as const;
  });
  const merged = parts.filter((type) => !(type in connections)).map((type) => [type, '{ merge: true }'] as const);
  const types = Object.entries(possibleTypes).map(([name, types]) => [name, texts(types)] as const);
  return `${head('What the cache of Apollo Client is to know of Offprint.', USAGE)}
${IMPORTS}

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes: Record<string, string[]> = ${object(types)};

${PAGES}
/** How fields are kept: lists page by page; and in one piece what has no id, whichever part of it was asked for. */
export const typePolicies: TypePolicies = ${object([...policies, ...merged].sort())};
`;
}
