import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Paper } from '../paper/paper';
import { Source } from './source';

/** What a source says of one paper, as it came. */
@Entity('record')
@Index('record_by_hash', ['sourcePk', 'hash'])
@Index('record_by_number', ['sourcePk', 'number'])
export class PaperRecord {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  @Column('integer', { name: 'source_id' })
  sourcePk!: number;

  /** Place in the file, from 1. */
  @Column('integer')
  number!: number;

  /** 1-based line on which it begins; null where the format has no lines. */
  @Column('integer', { nullable: true })
  line!: number | null;

  /** Fingerprint of what it says, wherever it stands in the file. */
  @Column('varchar')
  hash!: string;

  @Index('record_by_paper')
  @Column('integer', { name: 'paper_id' })
  paperPk!: number;

  /** A `SourceRecord` as JSON. */
  @Column('text')
  said!: string;

  @ManyToOne(() => Source, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'source_id' })
  source?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
