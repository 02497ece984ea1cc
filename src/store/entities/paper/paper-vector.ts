import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from './paper';

/** What the text of a paper is about, as a vector of the weights that `Corpus.vectorWeights` names. Every paper has one then. */
@Entity('paper_vector')
export class PaperVector {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  /** The share of the text's words that the weights know, by idf, in thousandths; 0 where they know none. */
  @Column('integer')
  coverage!: number;

  /** Signed bytes in base64, a type that both engines copy and compare alike; empty where no word is known. */
  @Column('text')
  vector!: string;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
