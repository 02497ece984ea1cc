import { registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Evidence } from '../../../extract/text/evidence';
import type { TopicMethod } from '../../../extract/topics/topics';
import { Topic } from '../topic/topic';
import { Paper } from './paper';

export const TopicMethodEnum = {
  NAME: 'NAME',
  ALIAS: 'ALIAS',
  ACRONYM: 'ACRONYM',
} as const satisfies Record<TopicMethod, TopicMethod>;

registerEnumType(TopicMethodEnum, {
  name: 'TopicMethod',
  description: 'How the strongest evidence names the topic.',
  valuesConfig: {
    NAME: { description: "By the topic's own name, or an inflection of it." },
    ALIAS: { description: 'By another name that people use for it.' },
    ACRONYM: { description: 'By an acronym that the text expands or makes clear.' },
  },
});

/** A topic that a paper's own text names. With row ids, for SQLite moves long rows elsewhere without them. */
@Entity('paper_topic')
export class PaperTopic {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  @PrimaryColumn('integer', { name: 'topic_id' })
  topicPk!: number;

  /** Above 0, at most 1. */
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
