import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something that papers have in common: a word or phrase of their texts, or a topic that they carry. */
@Entity('term')
export class Term {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  /** Stems with blanks between them, or `#` and the slug of a topic. */
  @Column('varchar', { unique: true })
  key!: string;

  /** Papers that have it. */
  @Column('integer', { name: 'paper_count', default: 0 })
  paperCount!: number;
}
