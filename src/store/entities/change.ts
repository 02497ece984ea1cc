import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from './node';
import { DateTimeScalar } from './scalars';

export const ChangeActionEnum = { ADDED: 'ADDED', CHANGED: 'CHANGED', REMOVED: 'REMOVED' } as const;

/** What happened to a thing. */
export type ChangeAction = keyof typeof ChangeActionEnum;

/** The things whose changes are logged. */
export type ChangedType = 'PAPER' | 'DIGEST';

registerEnumType(ChangeActionEnum, {
  name: 'ChangeAction',
  description: 'What happened to a paper or a digest.',
  valuesConfig: {
    ADDED: { description: 'It was not there before.' },
    CHANGED: {
      description:
        'It shows something else than before. A paper: its text, first appearance, trend or places in digests, or what is read out of it by new rules. A digest: its header, its papers or its file.',
    },
    REMOVED: { description: 'It is gone.' },
  },
});

/**
 * One line of the change log, written in the transaction that made the change. Versions are committed in order, so who
 * has read up to a place misses nothing and reads nothing twice by going on behind it.
 */
@ObjectType('Change', {
  implements: Node,
  simpleResolvers: true,
  description: 'A paper or a digest that was added, changed or removed. An import names each of them at most once.',
})
@Entity('change', { withoutRowid: true })
export class Change extends Node {
  @Field(() => Int, {
    description: 'The version of the corpus that the change came with; all changes of one import share it.',
  })
  @PrimaryColumn('integer')
  version!: number;

  /** From 0, within the version. */
  @PrimaryColumn('integer')
  position!: number;

  @Field(() => ChangeActionEnum, { description: 'What happened.' })
  @Column('varchar', { name: 'kind' })
  action!: ChangeAction;

  @Column('varchar')
  type!: ChangedType;

  /** The public key: a slug. */
  @Column('varchar')
  key!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Column('varchar', { name: 'at' })
  occurredAt!: string;
}
