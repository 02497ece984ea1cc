import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { RecordResult } from '../../../parse/records/record';
import { Paper } from '../paper/paper';
import { Benchmark } from './benchmark';

/** What a model reached, all values of one row of a table. */
export interface StoredResult extends Pick<RecordResult, 'task' | 'dataset' | 'model'> {
  values: Pick<RecordResult, 'metric' | 'value'>[];
}

/** A paper of which records state results on a benchmark. The key is the order in which the papers of one are listed. */
@Entity('benchmark_paper', { withoutRowid: true })
@Index('benchmark_paper_by_paper', ['paperPk', 'benchmarkPk'], { unique: true })
export class BenchmarkPaper {
  @PrimaryColumn('integer', { name: 'benchmark_id' })
  benchmarkPk!: number;

  /** Copy of the paper's. */
  @PrimaryColumn('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  @Column('integer', { name: 'paper_id' })
  paperPk!: number;

  /** At least one, each once. */
  @Column('simple-json')
  results!: StoredResult[];

  @ManyToOne(() => Benchmark, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'benchmark_id' })
  benchmark?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
