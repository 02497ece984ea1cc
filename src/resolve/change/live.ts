import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { readEndOfLog } from '../../changes/log/read-changes';
import type { EventQueue } from '../../changes/watch/event-queue';
import {
  changesOccurred,
  digestsImported,
  type Interest,
  type LiveEvent,
  papersAdded,
} from '../../changes/watch/interests';
import type { Change } from '../../store/entities/change';
import type { Digest } from '../../store/entities/digest/digest';
import type { Paper } from '../../store/entities/paper/paper';
import type { Context } from '../context';
import { PaperFilter, readLiveFilter } from '../paper/paper-inputs';
import { fromChangeCursor } from './change-cursor';
import { ChangeFilter, toChangeFilter } from './change-inputs';
import { ChangeOccurredEvent, DigestImportedEvent, PaperAddedEvent, tell } from './live-events';

/** What the library hands to `subscribe`; it leaves the types open. */
interface Subscribing<Args = object> {
  args: Args & { after?: string | null };
  context: Context;
}

/** Subscribes behind a cursor or from now on, when the database answers: the feed would wait until it does. */
async function subscribeTo<Row>(
  { args, context: { db, feed } }: Subscribing,
  interest: Interest<Row>,
): Promise<EventQueue<LiveEvent<Row>>> {
  const after = args.after == null ? null : fromChangeCursor('after', args.after);
  const end = await readEndOfLog(db);
  return feed.subscribe(interest, after ?? end);
}

const AFTER =
  'The cursor of an event, or of a change in `changes`: first all that the log holds behind it is told, in order, then what happens from then on, nothing missed and nothing twice. From now on unless said; who wants to miss nothing from the first event on begins behind the `endCursor` of `changes(last: 1)`.';

type Cursor = string | null | undefined;

@Resolver()
export class LiveResolver {
  @Subscription(() => ChangeOccurredEvent, {
    description:
      'Each addition, change and removal of a paper or a digest, by whichever process, in the order of `changes`: to keep a copy in step. With `after` it goes on where it broke off.',
    subscribe: (subscribing: Subscribing<{ filter?: ChangeFilter | null }>) =>
      subscribeTo(subscribing, changesOccurred(toChangeFilter(subscribing.args.filter))),
  })
  changeOccurred(
    @Root() event: LiveEvent<Change>,
    @Arg('after', () => String, { nullable: true, description: AFTER })
    _after: Cursor,
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which changes; all unless said.' })
    _filter: ChangeFilter | null | undefined,
  ): ChangeOccurredEvent {
    return tell('change', event);
  }

  @Subscription(() => DigestImportedEvent, {
    description:
      'Each digest that is added or changed, by whichever process imports it. Of one that is gone by the time it is told nothing is told.',
    subscribe: (subscribing: Subscribing) => subscribeTo(subscribing, digestsImported),
  })
  digestImported(
    @Root() event: LiveEvent<Digest>,
    @Arg('after', () => String, { nullable: true, description: AFTER })
    _after: Cursor,
  ): DigestImportedEvent {
    return tell('digest', event);
  }

  @Subscription(() => PaperAddedEvent, {
    description:
      'Each paper that comes into the corpus, by whichever process imports it. One that was there before and comes into another digest is not new; of one that is gone by the time it is told nothing is told.',
    subscribe: async (subscribing: Subscribing<{ filter?: PaperFilter | null }>) => {
      const filter = await readLiveFilter(subscribing.args.filter, subscribing.context.loaders);
      return subscribeTo(subscribing, papersAdded(filter));
    },
  })
  paperAdded(
    @Root() event: LiveEvent<Paper>,
    @Arg('after', () => String, { nullable: true, description: AFTER })
    _after: Cursor,
    @Arg('filter', () => PaperFilter, {
      nullable: true,
      description: 'Which papers; all unless said. A digest named here may be still to come.',
    })
    _filter: PaperFilter | null | undefined,
  ): PaperAddedEvent {
    return tell('paper', event);
  }
}
