import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from './paper';

/**
 * By what papers are listed that is said of them: authors, venue, categories, when they were published, and the formats of the
 * sources that say so. The key is the order in which the papers of a label are listed.
 */
@Entity('paper_label', { withoutRowid: true })
@Index('paper_label_by_paper', ['paperPk', 'label'], { unique: true })
export class PaperLabel {
  /** The kind in front: `AUTHOR:example,a,ada`, `CATEGORY:cs.lg`. */
  @PrimaryColumn('varchar')
  label!: string;

  /** Copy of the paper's. */
  @PrimaryColumn('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  @Column('integer', { name: 'paper_id' })
  paperPk!: number;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
