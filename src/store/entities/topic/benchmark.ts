import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Topic } from './topic';

/** A task on a data set for which records state results, where the task is the name of a topic. Rebuilt from records at any time. */
@Entity('benchmark')
@Index('benchmark_by_task', ['taskKey', 'datasetKey'], { unique: true })
@Index('benchmark_by_topic', ['topicPk', 'countKey', 'datasetKey', 'taskKey'])
export class Benchmark {
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

  /** As most results spell it. */
  @Column('varchar')
  task!: string;

  /** As most results spell it. */
  @Column('varchar')
  dataset!: string;

  /** Those with most results first. */
  @Column('simple-json')
  metrics!: string[];

  /** Papers that have results there: above 0. */
  @Column('integer', { name: 'paper_count' })
  paperCount!: number;

  /** Results that these have. */
  @Column('integer', { name: 'result_count' })
  resultCount!: number;

  /** Minus `paperCount`: with the keys it sorts from the most papers on and from A on, one way, so that an index is entered. */
  @Column('integer', { name: 'count_key' })
  countKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic?: unknown;
}
