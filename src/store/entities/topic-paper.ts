import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from './paper';
import { Topic } from './topic';

/**
 * Which papers stand under a topic, by its own tag or by that of a descendant: `paper_topic` lifted along the tree, so
 * that a topic's page is one walk along an index however many descendants it has.
 */
@Entity('topic_paper', { withoutRowid: true })
@Index('topic_paper_by_first_seen', ['topicPk', 'firstSeenKey'])
@Index('topic_paper_by_own_first_seen', ['topicPk', 'isOwn', 'firstSeenKey'])
@Index('topic_paper_by_paper', ['paperPk', 'topicPk'])
export class TopicPaper {
  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  /** The topic itself, or the descendant whose tag scores best on the paper. */
  @Column('integer', { name: 'via_topic_id' })
  viaTopicPk!: number;

  /** 1 when the paper carries the topic itself, 0 when only a descendant of it. */
  @Column('integer', { name: 'is_own' })
  isOwn!: number;

  /** Copy of the paper's, so that the index above gives a topic's papers in order. */
  @Column('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
