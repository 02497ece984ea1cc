import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from './paper';

/**
 * The terms of a paper, all in one row: a row for each would be written for every thirtieth word of a corpus. What leads
 * from a term to papers is the term index of each engine, see related/term-index/.
 */
@Entity('paper_terms')
export class PaperTerms {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  /** By key, the weight in thousandths. */
  @Column('simple-json')
  weights!: Record<string, number>;

  /** By key, the term as the paper prints it; nothing for a topic. */
  @Column('simple-json')
  texts!: Record<string, string>;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
