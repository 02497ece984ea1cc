import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from './paper';
import { Term } from './term';

/** A term of a paper. The index leads from a term to the papers that make most of it, so that a walk may stop early. */
@Entity('paper_term', { withoutRowid: true })
@Index('paper_term_by_strength', ['termPk', 'strength'])
export class PaperTerm {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  @PrimaryColumn('integer', { name: 'term_id' })
  termPk!: number;

  /** The weight, and a fingerprint of the paper that settles the order among equal weights; see strength.ts. */
  @Column('bigint')
  strength!: number;

  /** As the paper prints it; null for a topic. */
  @Column('text', { nullable: true })
  text!: string | null;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;

  @ManyToOne(() => Term, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'term_id' })
  term?: unknown;
}
