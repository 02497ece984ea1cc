import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Topic } from './topic';

/**
 * How many papers carry two topics, both by tags of their own. Each pair stands here twice, once from either side, so
 * that the topics that meet one topic are one walk along an index.
 */
@Entity('topic_pair', { withoutRowid: true })
@Index('topic_pair_by_paper_count', ['topicPk', 'paperCount'])
export class TopicPair {
  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  @PrimaryColumn('integer', { name: 'other_id' })
  otherPk!: number;

  /** Above 0. */
  @Column('integer', { name: 'paper_count' })
  paperCount!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id' })
  other?: unknown;
}
