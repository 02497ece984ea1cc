import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PaperRecord } from './paper-record';

/** By what a record is found that may be of one paper with another. */
@Entity('record_key', { withoutRowid: true })
export class RecordKey {
  /** An identifier (`ARXIV:2503.04715`), or `TITLE:` and the key of a title. */
  @PrimaryColumn('varchar')
  key!: string;

  @Index('record_key_by_record')
  @PrimaryColumn('integer', { name: 'record_id' })
  recordPk!: number;

  @ManyToOne(() => PaperRecord, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'record_id' })
  record?: unknown;
}
