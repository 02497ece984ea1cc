import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Node } from '../node';
import { Topic } from './topic';

/** A task on a data set for which records state results, where the task is the name of a topic. Rebuilt from records at any time. */
@ObjectType('Benchmark', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A task on a data set, with the results that sources state of papers. One task or data set in several spellings (case, accents, punctuation, plural) is one.',
})
@Entity('benchmark')
@Index('benchmark_by_task', ['taskKey', 'datasetKey'], { unique: true })
@Index('benchmark_by_topic', ['topicPk', 'countKey', 'datasetKey', 'taskKey'])
export class Benchmark extends Node {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  /** With the rows' numbers, which an index of SQLite has at its end: so the benchmarks of a page are read by theirs. */
  @Index('benchmark_of_topic')
  @Column('integer', { name: 'topic_id' })
  topicPk!: number;

  /** As `nameKey` gives it. */
  @Column('varchar', { name: 'task_key' })
  taskKey!: string;

  /** As `datasetKey` gives it. */
  @Column('varchar', { name: 'dataset_key' })
  datasetKey!: string;

  @Field(() => String, { description: 'The task, as most results spell it, e.g. Image Classification.' })
  @Column('varchar')
  task!: string;

  @Field(() => String, { description: 'The data set, as most results spell it, e.g. ImageNet.' })
  @Column('varchar')
  dataset!: string;

  @Field(() => [String], {
    description: 'What is measured, as written, e.g. Top 1 Accuracy; metrics with most results first.',
  })
  @Column('simple-json')
  metrics!: string[];

  @Field(() => Int, { description: 'How many papers have results there.' })
  @Column('integer', { name: 'paper_count' })
  paperCount!: number;

  @Field(() => Int, { description: 'How many results these have: a paper may state several models.' })
  @Column('integer', { name: 'result_count' })
  resultCount!: number;

  /** Minus `paperCount`: with the keys it sorts from the most papers on and from A on, one way, so that an index is entered. */
  @Column('integer', { name: 'count_key' })
  countKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;
}
