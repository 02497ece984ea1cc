import { Field, ObjectType } from 'type-graphql';
import type { LiveEvent } from '../../changes/watch/interests';
import { Change } from '../../store/entities/change';
import { Digest } from '../../store/entities/digest/digest';
import { Paper } from '../../store/entities/paper/paper';
import { toChangeCursor } from './change-cursor';

@ObjectType({ simpleResolvers: true })
abstract class Event {
  @Field(() => String, {
    description:
      'Place of the event in the log of changes, for `after` of any subscription and of `changes`. Keep that of the last event: behind it nothing was told yet.',
  })
  cursor!: string;
}

@ObjectType('ChangeOccurredEvent', { simpleResolvers: true, description: 'A change, as it is told.' })
export class ChangeOccurredEvent extends Event {
  @Field(() => Change, { description: 'The change.' })
  change!: Change;
}

@ObjectType('DigestImportedEvent', {
  simpleResolvers: true,
  description: 'A digest that was added or changed, as it is told.',
})
export class DigestImportedEvent extends Event {
  @Field(() => Digest, { description: 'The digest, as it is now.' })
  digest!: Digest;
}

@ObjectType('PaperAddedEvent', {
  simpleResolvers: true,
  description: 'A paper that came into the corpus, as it is told.',
})
export class PaperAddedEvent extends Event {
  @Field(() => Paper, { description: 'The paper, as it is now.' })
  paper!: Paper;
}

/** What is told of a line of the change log. */
export function tell<Name extends string, Row>(
  name: Name,
  { place, row }: LiveEvent<Row>,
): { cursor: string } & Record<Name, Row> {
  return { cursor: toChangeCursor(place), [name]: row } as { cursor: string } & Record<Name, Row>;
}
