import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { UniformResourceLocatable } from '../uniform-resource-locatable';

/** A topic of the vocabulary. */
@ObjectType('Topic', {
  implements: UniformResourceLocatable,
  simpleResolvers: true,
  description: 'A research topic from a fixed vocabulary; topics form a tree from broad to specific.',
})
@Entity('topic')
@Index('topic_by_paper_count', ['paperCount'])
export class Topic extends UniformResourceLocatable {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  @Field(() => String, { description: 'Public key, e.g. domain-generalization.' })
  @Column('varchar', { unique: true })
  slug!: string;

  @Field(() => String, { description: 'The name people use, e.g. Domain generalization.' })
  @Column('varchar')
  name!: string;

  /** The name folded for sorting: case, accents and punctuation do not count. */
  @Index('topic_by_name')
  @Column('varchar', { name: 'name_key' })
  nameKey!: string;

  @Field(() => String, { nullable: true, description: 'One or two sentences for a reader new to the field.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => [String], { description: 'Other names and acronyms under which the topic is recognised in a text.' })
  @Column('simple-json')
  aliases!: string[];

  @Index('topic_by_parent')
  @Column('integer', { name: 'parent_id', nullable: true })
  parentPk!: number | null;

  @ManyToOne(() => Topic, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'parent_id' })
  parent?: unknown;

  /** Papers under the topic or a descendant of it. */
  @Column('integer', { name: 'paper_count', default: 0 })
  paperCount!: number;

  /** Papers that carry the topic itself. */
  @Column('integer', { name: 'own_paper_count', default: 0 })
  ownPaperCount!: number;
}
