import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DateSource } from '../../../parse/digest/digest';
import { DateTimeScalar, LocalDateScalar } from '../scalars';
import { UniformResourceLocatable } from '../uniform-resource-locatable';

export const DateSourceEnum = {
  FILE_NAME: 'FILE_NAME',
  ARGUMENT: 'ARGUMENT',
  TEXT: 'TEXT',
} as const satisfies Record<DateSource, DateSource>;

registerEnumType(DateSourceEnum, {
  name: 'DigestDateSource',
  description: "Where the year of a digest's date was read. It is never guessed.",
  valuesConfig: {
    FILE_NAME: { description: 'From the name of the file.' },
    ARGUMENT: { description: 'Given by the person who imported the digest.' },
    TEXT: { description: 'Printed in the digest itself.' },
  },
});

/** One issue of a digest. */
@ObjectType('Digest', {
  implements: UniformResourceLocatable,
  simpleResolvers: true,
  description: 'One issue of the trending-papers digest: its header as printed, and its papers in order.',
})
@Entity('digest')
export class Digest extends UniformResourceLocatable {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  @Field(() => String, {
    description:
      'Public key: the stem of the file, e.g. 2025-03-11; for one of several digests in a file also its date.',
  })
  @Column('varchar', { unique: true })
  slug!: string;

  /** As printed; the stem of the file where the digest has no header. */
  @Column('text', { name: 'title' })
  banner!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who made the selection, as printed, e.g. AK and the research community; null without a byline.',
  })
  @Column('text', { nullable: true })
  curator!: string | null;

  @Field(() => String, { nullable: true, description: 'The date as printed, e.g. Mar 11; null when none is printed.' })
  @Column('varchar', { name: 'date_label', nullable: true })
  dateLabel!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the digest; null when its year is not known.',
  })
  @Column('varchar', { length: 10, nullable: true })
  date!: string | null;

  @Field(() => DateSourceEnum, { nullable: true, description: 'Where the year came from; null when it is not known.' })
  @Column('varchar', { name: 'date_source', nullable: true })
  dateSource!: DateSource | null;

  @Field(() => String, { description: 'Name of the file that the digest was imported from.' })
  @Column('varchar')
  source!: string;

  @Field(() => String, { description: 'SHA-256 of that file, 64 hexadecimal digits.' })
  @Column('varchar', { length: 64 })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When this state of the digest was imported.' })
  @Column('varchar', { name: 'imported_at' })
  importedAt!: string;

  /** Date and slug folded into one text that sorts as the digests do; digests without a date come first. */
  @Column('varchar', { name: 'date_key', unique: true })
  dateKey!: string;

  /** How many papers it holds. */
  @Column('integer', { name: 'paper_count', default: 0 })
  paperCount!: number;
}
