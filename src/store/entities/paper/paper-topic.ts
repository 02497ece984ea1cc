import { registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Evidence } from '../../../extract/text/evidence';
import type { Standing } from '../../../extract/topics/standing';
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

export const TopicStandingEnum = {
  ABOUT: 'ABOUT',
  MENTIONED: 'MENTIONED',
} as const satisfies Record<Standing, Standing>;

registerEnumType(TopicStandingEnum, {
  name: 'TopicStanding',
  description: 'What a topic is to a paper, by its score.',
  valuesConfig: {
    ABOUT: {
      description:
        'The paper is about it: 0.4 and more. Of topics like this speak all lists, filters, counts and facets, unless a lower score is asked for.',
    },
    MENTIONED: {
      description: 'The paper names it, as what it uses, compares with or comes from: 0.2 to less than 0.4.',
    },
  },
});

/** A topic that a paper is about, by its own text. With row ids, for SQLite moves long rows elsewhere without them. */
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
