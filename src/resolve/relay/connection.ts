import type { GraphQLResolveInfo } from 'graphql';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { whenThere } from '../../batch/when-there';
import { WrongPosition } from '../../lists/paging/keyset';
import type { Window } from '../../lists/paging/list';
import type { Item, Page } from '../../lists/paging/page';
import { askedOf } from '../asked';
import { foldsOf } from '../folds';
import { encodeCursor, type ListIdentity, otherCursor, outOfDate } from './cursor';
import { type PageArgs, toWindow } from './page-args';

/** As in the Relay cursor connections specification. */
@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether items follow. When paging backwards: whether `before` was given.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether items come before. When paging forwards: whether `after` was given.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

/** The edge type of a list of nodes; a subclass adds the facts of its edge. */
export function edgeOf(node: ClassType<object>) {
  @ObjectType({ simpleResolvers: true })
  abstract class Edge {
    @Field(() => String, { description: 'Place of the item in this list, for `after` and `before`.' })
    cursor!: string;

    @Field(() => node, { description: 'The item.' })
    node!: object;
  }
  return Edge;
}

/** The connection type of a list: `edges`, `nodes`, `pageInfo`, `totalCount`. */
export function connectionOf(name: string, node: ClassType<object>, edge: ClassType<object>, of: string) {
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${of}.` })
  class Connection {
    @Field(() => [edge], { description: 'The items of the page, each with its cursor and what joins it to the list.' })
    edges!: object[];

    @Field(() => [node], { description: 'The items of the page, for those who need no more.' })
    nodes!: object[];

    @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many items the whole list has; counted only when asked for.' })
    totalCount!: number;
  }
  return Connection;
}

/** The version of the corpus before anything was read, and how to read which one it is now. */
export interface Version {
  before: number;
  now(): Promise<number>;
}

/** How to answer one connection field. */
export interface Listing<Row> {
  info: GraphQLResolveInfo;
  /** What the list is: cursors of other lists are refused. */
  list: ListIdentity;
  args: PageArgs;
  /** Of a list whose order any change of the corpus may change: the version that it is read in. */
  version?: Version;
  read(window: Window): Page<Row> | Promise<Page<Row>>;
  count(): Promise<number> | number;
  /** What an edge says beside its cursor and its node. */
  facts?(row: Row): object;
}

/** Answers a connection field: reads the page, makes cursors and counts only when they are asked for. */
export function connect<Row>({ info, list, args, version, read, count, facts }: Listing<Row>): object {
  const window: Window = { ...toWindow(args, list, version?.before), asked: askedOf(info), folds: foldsOf(info) };
  let reading: Page<Row> | Promise<Page<Row>> | undefined;
  const goesOn = window.after ? 'after' : window.before && 'before';
  const readOn = async (): Promise<Page<Row>> => {
    try {
      const page = await read(window);
      if (version && goesOn && (await version.now()) !== version.before) throw outOfDate(goesOn);
      return page;
    } catch (error) {
      // A checksum is no secret: whoever makes one finds out here that a place has values of its own kind.
      throw error instanceof WrongPosition ? otherCursor(error.end, args[error.end]) : error;
    }
  };
  const page = (): Page<Row> | Promise<Page<Row>> => {
    reading ??= goesOn ? readOn() : read(window);
    return reading;
  };
  const cursorOf = (item: Item<Row> | undefined) => () =>
    item ? encodeCursor(list, version ? [...item.position, version.before] : item.position) : null;
  return {
    edges: () =>
      whenThere(page(), ({ items }) =>
        items.map((item) => Object.assign(facts?.(item.row) ?? {}, { cursor: cursorOf(item), node: item.row })),
      ),
    nodes: () => whenThere(page(), ({ items }) => items.map(({ row }) => row)),
    pageInfo: () =>
      whenThere(page(), ({ items, hasMore }) => ({
        hasNextPage: window.backwards ? window.before !== null : hasMore || window.before !== null,
        hasPreviousPage: window.backwards ? hasMore || window.after !== null : window.after !== null,
        startCursor: cursorOf(items.at(0)),
        endCursor: cursorOf(items.at(-1)),
      })),
    totalCount: count,
  };
}
