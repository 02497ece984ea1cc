import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import { type Asked, SELDOM } from '../store/asked';

/** What stands between a connection and the fields of its items. */
const ITEMS = new Set(['edges', 'node', 'nodes']);

/** Fields that are made of columns of other names. */
const MADE_OF: ReadonlyMap<string, Asked> = new Map([
  ['citation', ['abstract', 'authors', 'categories', 'venue']],
  ['excerpt', ['abstract']],
  ['plainAbstract', ['abstract']],
]);

/** Executions of one operation share its fields. */
const known = new WeakMap<readonly FieldNode[], Asked>();

/** Which of the columns that not every reader needs an operation asks for in the items of a connection. */
export function askedOf({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Asked {
  const asked = known.get(fieldNodes) ?? findAsked(fieldNodes, fragments);
  known.set(fieldNodes, asked);
  return asked;
}

function findAsked(fieldNodes: readonly FieldNode[], fragments: GraphQLResolveInfo['fragments']): Asked {
  const columns = new Set<string>();
  const visit = (selections: readonly SelectionNode[] = []): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        visit(fragments[selection.name.value]?.selectionSet.selections);
      } else if (selection.kind === Kind.INLINE_FRAGMENT || ITEMS.has(selection.name.value)) {
        visit(selection.selectionSet?.selections);
      } else {
        const { value } = selection.name;
        for (const column of MADE_OF.get(value) ?? [value]) columns.add(column);
      }
    }
  };
  for (const { selectionSet } of fieldNodes) visit(selectionSet?.selections);
  return SELDOM.filter((column) => columns.has(column));
}
