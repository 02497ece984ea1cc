import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { readEndOfLog } from '../../changes/log/read-changes';
import type { EventQueue } from '../../changes/watch/event-queue';
import { digestsImported, type Interest, papersAdded } from '../../changes/watch/interests';
import { Digest } from '../../store/entities/digest/digest';
import { Paper } from '../../store/entities/paper/paper';
import type { Context } from '../context';
import { PaperFilter, toPaperFilter } from '../paper/paper-inputs';

/** What the library hands to `subscribe`; it leaves the types open. */
interface Subscribing<Args = object> {
  args: Args;
  context: Context;
}

/** Subscribes when the database answers: the feed would wait until it does. */
async function subscribeTo<Event>({ db, feed }: Context, interest: Interest<Event>): Promise<EventQueue<Event>> {
  await readEndOfLog(db);
  return feed.subscribe(interest);
}

@Resolver()
export class LiveResolver {
  @Subscription(() => Digest, {
    description: 'Each digest that is added or changed from now on, by whichever process imports it.',
    subscribe: ({ context }: Subscribing) => subscribeTo(context, digestsImported),
  })
  digestImported(@Root() digest: Digest): Digest {
    return digest;
  }

  @Subscription(() => Paper, {
    description:
      'Each paper that comes into the corpus from now on, by whichever process imports it. One that was there before and comes into another digest is not new.',
    subscribe: ({ args, context }: Subscribing<{ filter?: PaperFilter | null }>) =>
      subscribeTo(context, papersAdded(toPaperFilter(args.filter))),
  })
  paperAdded(
    @Root() paper: Paper,
    @Arg('filter', () => PaperFilter, { nullable: true, description: 'Which papers; all unless said.' })
    _filter: PaperFilter | null | undefined,
  ): Paper {
    return paper;
  }
}
