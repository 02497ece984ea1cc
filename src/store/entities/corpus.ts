import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from './node';
import { DateTimeScalar } from './scalars';

/** All that is stored: one row, written with every import in the same transaction. */
@ObjectType('Corpus', {
  implements: Node,
  simpleResolvers: true,
  description: 'All that this server holds: how much, which state, when and from what it was built.',
})
@Entity('corpus')
export class Corpus extends Node {
  /** Always 1. */
  @PrimaryColumn('integer', { name: 'id' })
  pk!: number;

  @Field(() => Int, {
    description: 'Changes with every write: an answer cached under it stays right until it changes.',
  })
  @Column('integer')
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last write took place; null while empty.' })
  @Column('varchar', { name: 'updated_at', nullable: true })
  updatedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Fingerprint of the vocabulary and of the rules that read topics and links out of the texts; null while empty.',
  })
  @Column('varchar', { name: 'rules', nullable: true })
  rulesFingerprint!: string | null;

  @Field(() => Int, { description: 'Number of papers.' })
  @Column('integer', { name: 'paper_count', default: 0 })
  paperCount!: number;

  @Field(() => Int, { description: 'Number of topics in the vocabulary, with or without papers.' })
  @Column('integer', { name: 'topic_count', default: 0 })
  topicCount!: number;

  @Field(() => Int, { description: 'Number of code repositories that at least one paper links to.' })
  @Column('integer', { name: 'repository_count', default: 0 })
  repositoryCount!: number;

  @Field(() => Int, { description: 'Number of digests.' })
  @Column('integer', { name: 'digest_count', default: 0 })
  digestCount!: number;

  /** By which rules papers have their labels; 0 until the first start after the migration that added them. */
  @Column('integer', { name: 'label_rules', default: 0, select: false })
  labelRules!: number;

  /** Fingerprint of the vocabulary and rules by which benchmarks were gathered from records; null until they first were. */
  @Column('varchar', { name: 'benchmark_rules', nullable: true, select: false })
  benchmarkRules!: string | null;

  /** Fingerprint of the weights by which papers have their vectors; null while they have none. */
  @Column('varchar', { name: 'vector_weights', nullable: true, select: false })
  vectorWeights!: string | null;
}
