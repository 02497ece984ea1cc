import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from '../paper/paper';
import { Topic } from './topic';

/**
 * Which papers stand under a topic, by its own tag or by that of a descendant: `paper_topic` lifted along the tree, so
 * that a topic's page is one walk along an index however many descendants it has. The key is the order of that walk: each
 * index by topic is written at as many places as a digest has topics.
 */
@Entity('topic_paper', { withoutRowid: true })
@Index('topic_paper_of_own', ['topicPk', 'firstSeenKey'], { where: 'is_own = 1' })
@Index('topic_paper_by_paper', ['paperPk', 'topicPk'], { unique: true })
export class TopicPaper {
  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  /** Copy of the paper's. */
  @PrimaryColumn('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  @Column('integer', { name: 'paper_id' })
  paperPk!: number;

  /** The topic itself, or the descendant whose tag scores best on the paper. */
  @Column('integer', { name: 'via_topic_id' })
  viaTopicPk!: number;

  /** 1 when the paper carries the topic itself, 0 when only a descendant of it. */
  @Column('integer', { name: 'is_own' })
  isOwn!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
