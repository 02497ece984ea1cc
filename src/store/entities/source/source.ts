import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RecordFormat } from '../../../parse/records/tell-format';

/** A file of records of papers, in the state in which it was imported last. */
@Entity('source')
@Index('source_by_file', ['file', 'format'])
export class Source {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  /** Name of the file, without folders. Several may have one name: files of one name without a record in common are others. */
  @Column('varchar')
  file!: string;

  @Column('varchar')
  format!: RecordFormat;

  /** When its import began, in UTC. */
  @Column('varchar', { name: 'imported_at' })
  importedAt!: string;

  /** Whether all of the file is there; 0 while it is imported, and when that was broken off. */
  @Column('integer', { name: 'is_complete' })
  isComplete!: 0 | 1;
}
