import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, ID, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { countChangeLog, readChangeLog } from '../../changes/log/read-changes';
import { Change, type ChangedType } from '../../store/entities/change';
import { Node } from '../../store/entities/node';
import type { Context } from '../context';
import { Cost } from '../cost';
import type { TypedRow } from '../node';
import { connect, connectionOf, edgeOf } from '../relay/connection';
import { toGlobalId } from '../relay/global-id';
import { PageArgs } from '../relay/page-args';
import { CHANGE_LOG } from './change-cursor';

@ObjectType('ChangeEdge', { simpleResolvers: true, description: 'A change in the list of changes.' })
class ChangeEdge extends edgeOf(Change) {}

const ChangeConnection = connectionOf('Change', Change, ChangeEdge, 'changes, oldest first');

const typeNames = { PAPER: 'Paper', DIGEST: 'Digest' } as const satisfies Record<ChangedType, string>;

@Resolver(() => Change)
export class ChangeResolver {
  @Cost({ once: 0.5, item: 0.03, total: 100 })
  @Query(() => ChangeConnection, {
    nullable: true,
    description:
      'Every addition, change and removal of papers and digests, oldest first: to keep a copy in step. Begin by asking where the log ends, `changes(last: 1) { pageInfo { endCursor } }`, and keep that cursor; then read what you copy. From there on subscribe to `changeOccurred(after: "…")`, or ask `changes(first: 100, after: "…")` now and then: for each change fetch the node again, or drop it where `node` is null. Keep the new `endCursor` and ask again while `hasNextPage`; on an empty page `endCursor` is null, so keep the one you have. Nothing is missed and nothing comes twice. Without `after` the log begins with the first import.',
  })
  changes(@Args(() => PageArgs) args: PageArgs, @Ctx() { db }: Context, @Info() info: GraphQLResolveInfo): object {
    return connect({
      info,
      list: CHANGE_LOG,
      args,
      read: (window) => readChangeLog(db, window),
      count: () => countChangeLog(db),
    });
  }

  @FieldResolver(() => ID, { description: 'The global id of what changed; it stays the same when that is gone.' })
  nodeId(@Root() { type, key }: Change): string {
    return toGlobalId(typeNames[type], key);
  }

  @Cost({ once: 0.4, each: 0.08 })
  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What changed, as it is now and not as it was then; null when it is gone.',
  })
  async node(@Root() { type, key }: Change, @Ctx() { loaders }: Context): Promise<TypedRow | null> {
    const loader = { PAPER: loaders.paperBySlug, DIGEST: loaders.digestBySlug }[type];
    const row = await loader.load(key);
    return row && { ...row, __typename: typeNames[type] };
  }
}
