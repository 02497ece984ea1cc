import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Paper } from '../paper/paper';
import { Digest } from './digest';

/** The place of a paper in a digest. */
@Entity('digest_paper', { withoutRowid: true })
@Index('digest_paper_by_paper', ['paperPk', 'digestPk'], { unique: true })
export class DigestPaper {
  @PrimaryColumn('integer', { name: 'digest_id' })
  digestPk!: number;

  /** 1-based place among the printed entries. */
  @PrimaryColumn('integer')
  rank!: number;

  @Column('integer', { name: 'paper_id' })
  paperPk!: number;

  /** 1-based line of the title in the file. */
  @Column('integer')
  line!: number;

  /** What this digest prints where it is not what the paper shows; null where it is the same. */
  @Column('text', { name: 'own_title', nullable: true })
  ownTitle!: string | null;

  /** The abstract that goes with `ownTitle`; means nothing while `ownTitle` is null. */
  @Column('text', { name: 'own_abstract', nullable: true })
  ownAbstract!: string | null;

  /** `titleKey` of `ownTitle` where that is not the paper's; null where it is. */
  @Index('digest_paper_by_own_title_key', { where: 'own_title_key is not null' })
  @Column('varchar', { name: 'own_title_key', nullable: true })
  ownTitleKey!: string | null;

  /** The authors that this digest prints where they are not those that the paper shows, as JSON: `null` for none. */
  @Column('text', { name: 'own_authors', nullable: true })
  ownAuthors!: string | null;

  /** The arXiv identifier that this digest prints where it is not the one that the paper shows; empty for none. */
  @Index('digest_paper_by_own_arxiv_id', { where: 'own_arxiv_id is not null' })
  @Column('varchar', { name: 'own_arxiv_id', nullable: true })
  ownArxivId!: string | null;

  @ManyToOne(() => Digest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'digest_id' })
  digest?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
