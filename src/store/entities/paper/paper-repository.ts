import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Repository } from '../repository';
import { Paper } from './paper';

/** A paper and a repository that it links to, however often: the first of those links stands for all. */
@Entity('paper_repository', { withoutRowid: true })
@Index('paper_repository_by_position', ['paperPk', 'position'], { unique: true })
@Index('paper_repository_by_first_seen', ['repositoryPk', 'firstSeenKey'])
export class PaperRepository {
  @PrimaryColumn('integer', { name: 'repository_id' })
  repositoryPk!: number;

  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  /** `position` of the first link among the paper's links. */
  @Column('integer')
  position!: number;

  /** Copy of the paper's, so that the index above gives a repository's papers in order. */
  @Column('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  @ManyToOne(() => Repository, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'repository_id' })
  repository?: unknown;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;
}
