import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that papers have in common: a word or phrase of their texts, or a topic that they carry. */
@Entity('term', { withoutRowid: true })
export class Term {
  /** Stems with blanks between them, or `#` and the slug of a topic. */
  @PrimaryColumn('varchar')
  key!: string;

  /** Papers that have it, above 0. */
  @Column('integer', { name: 'paper_count' })
  paperCount!: number;
}
