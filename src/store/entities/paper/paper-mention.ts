import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Evidence } from '../../../extract/text/evidence';
import type { TopicMethod } from '../../../extract/topics/topics';
import { Topic } from '../topic/topic';
import { Paper } from './paper';

/**
 * A topic that a paper only mentions: like `PaperTopic`, and a table of its own, so that lists, counts and indexes of what
 * papers are about neither hold mentions nor have to leave them out. Found by paper alone.
 */
@Entity('paper_mention')
export class PaperMention {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  /** Less than that of a topic which the paper is about. */
  @Column('double precision')
  score!: number;

  @Column('varchar')
  method!: TopicMethod;

  @Column('simple-json')
  evidence!: Evidence[];

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;
}
