import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Topic } from './topic';

/** The tree of topics, closed: a row for each topic and each topic above it, itself (depth 0) included. */
@Entity('topic_ancestor', { withoutRowid: true })
@Index('topic_ancestor_by_ancestor', ['ancestorPk', 'topicPk'])
export class TopicAncestor {
  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  @PrimaryColumn('integer', { name: 'ancestor_id' })
  ancestorPk!: number;

  /** Steps up from the topic. */
  @Column('integer')
  depth!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ancestor_id' })
  ancestor?: unknown;
}
