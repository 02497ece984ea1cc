import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  visit,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields';
import { LRUCache } from 'lru-cache';
import { ABOUT } from '../extract/topics/standing';
import { digestsOfPaper } from '../lists/digest/digests';
import { linksOfPaper } from '../lists/links';
import { FIRST, type Fold, type Relation, WHOLE, type Window } from '../lists/paging/list';
import { topicsOfPaper } from '../lists/paper-topics';
import { defaultPaperOrder } from '../lists/papers';
import { repositoriesOfPaper, repositoryOf } from '../lists/repositories';
import { papersOfTopic } from '../lists/topic-papers';
import { childrenOfTopic } from '../lists/topic-tree';
import { askedOf } from './asked';
import { checkScore, toPaperFilter } from './paper/paper-inputs';
import { type PageArgs, toWindow } from './relay/page-args';

type Arguments = Record<string, unknown>;

/** A field whose relation may be folded into the statement that reads the objects it is asked of. */
interface Foldable {
  // biome-ignore lint/suspicious/noExplicitAny: of any arguments
  relation: Relation<any, unknown>;
  /** What its resolver asks the loader beside the part of the list; null where that is not known before. */
  argsOf?(args: never): object | null;
  /** The part of the list, of what is no connection. */
  part?: Window;
  /** The column of the object that the relation goes by; the primary key unless said. */
  by?: string;
}

/** By type and field. What is not here is loaded by statements of its own. */
const foldable: Readonly<Record<string, Foldable>> = {
  'Paper.topics': {
    relation: topicsOfPaper,
    argsOf: ({ minScore }: { minScore?: number | null }) => ({ minScore: checkScore('minScore', minScore ?? ABOUT) }),
  },
  'Paper.repositories': { relation: repositoriesOfPaper },
  'Paper.digests': { relation: digestsOfPaper },
  'Paper.links': { relation: linksOfPaper, part: WHOLE },
  'PaperLink.repository': { relation: repositoryOf, part: FIRST, by: 'repositoryPk' },
  'Topic.children': { relation: childrenOfTopic },
  'Topic.papers': {
    relation: papersOfTopic,
    argsOf: ({
      includeDescendants,
      filter,
      orderBy,
    }: {
      includeDescendants?: boolean;
      filter?: unknown;
      orderBy?: unknown;
    }) =>
      filter || orderBy
        ? null
        : { includeDescendants: includeDescendants ?? true, filter: toPaperFilter(null), order: defaultPaperOrder },
  },
};

/** What is asked, and where. */
type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'returnType' | 'schema' | 'fragments' | 'variableValues'>;

interface Known {
  /** The variables that are used below. */
  names: readonly string[];
  folds: LRUCache<string, readonly Fold[]>;
}

/** Executions of one operation share its fields. */
const known = new WeakMap<FieldNode, Known>();

/** Ways in which variables change what is asked below one field, that are remembered. */
const MOST_WAYS = 8;

/** The relations that the statement of a field may bring along with its objects, or with the items of its connection. */
export function foldsOf(info: Asking): readonly Fold[] {
  const [field] = info.fieldNodes;
  if (!field || info.fieldNodes.length > 1) return [];
  const { names, folds } = known.get(field) ?? {
    names: variablesIn(field, info),
    folds: new LRUCache<string, readonly Fold[]>({ max: MOST_WAYS }),
  };
  known.set(field, { names, folds });
  const way = JSON.stringify(names.map((name) => info.variableValues[name]));
  const found = folds.get(way) ?? new Selection(info).foldsBelow(info);
  folds.set(way, found);
  return found;
}

function variablesIn(field: FieldNode, { fragments }: Asking): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const look = (at: FieldNode | GraphQLResolveInfo['fragments'][string]): void => {
    visit(at, {
      Variable: ({ name }) => void names.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments[name.value];
        if (fragment && !seen.has(name.value)) {
          seen.add(name.value);
          look(fragment);
        }
      },
    });
  };
  look(field);
  return [...names];
}

/** What is asked below a field, with variables known. */
class Selection {
  constructor(private readonly info: Asking) {}

  foldsBelow({ returnType, fieldNodes: nodes }: Asking): readonly Fold[] {
    const type = getNamedType(returnType);
    if (!isObjectType(type)) return [];
    if (!('pageInfo' in type.getFields())) return this.folds(type, nodes);
    const items = [...this.select(type, nodes)].flatMap(([, below]) => {
      const name = below[0]?.name.value;
      if (name === 'nodes') return below;
      const edge = name === 'edges' && getNamedType(type.getFields().edges?.type);
      if (!edge || !isObjectType(edge)) return [];
      return [...this.select(edge, below).values()].filter(([field]) => field?.name.value === 'node').flat();
    });
    const item = getNamedType(type.getFields().nodes?.type);
    return item && isObjectType(item) ? this.folds(item, items) : [];
  }

  private folds(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fold[] {
    return [...this.select(type, nodes).values()].flatMap((below) => {
      const fold = this.foldOf(type, below);
      return fold ? [fold] : [];
    });
  }

  private foldOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fold | null {
    const [field] = nodes;
    const definition = field && type.getFields()[field.name.value];
    const entry = definition && foldable[`${type.name}.${definition.name}`];
    if (!entry) return null;
    try {
      const args = getArgumentValues(definition, field, this.info.variableValues) as Arguments;
      const own = entry.argsOf ? entry.argsOf(args as never) : {};
      const folds = foldsOf(this.below(definition.type, nodes));
      const window = entry.part ?? this.windowOf(args, definition.type, nodes, folds);
      if (own === null || window === null) return null;
      return { relation: entry.relation, args: { ...own, window }, by: entry.by ?? 'pk', folds };
    } catch {
      // Its resolver says what is wrong.
      return null;
    }
  }

  /** As `connect` makes it; null where nothing of the page is asked for, or a cursor says which one: it is of one object alone. */
  private windowOf(
    args: PageArgs,
    type: Asking['returnType'],
    nodes: readonly FieldNode[],
    folds: readonly Fold[],
  ): Window | null {
    const connection = getNamedType(type);
    if (args.after != null || args.before != null || !isObjectType(connection)) return null;
    const names = [...this.select(connection, nodes).values()].map(([field]) => field?.name.value);
    if (!names.some((name) => name === 'edges' || name === 'nodes' || name === 'pageInfo')) return null;
    return { ...toWindow(args, []), asked: askedOf(this.below(type, nodes)), folds };
  }

  private below(returnType: Asking['returnType'], fieldNodes: Asking['fieldNodes']): Asking {
    const { schema, fragments, variableValues } = this.info;
    return { schema, fragments, variableValues, returnType, fieldNodes };
  }

  private select(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, readonly FieldNode[]> {
    const { schema, fragments, variableValues } = this.info;
    return collectSubfields(schema, fragments, variableValues, type, nodes) as Map<string, readonly FieldNode[]>;
  }
}
