import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The slug under which something that a source says came with an export of ours, where its paper has another one by now: as long as
 * not all of the export is there, which papers there are is not settled. Empty but for an import that is under way or was broken off.
 */
@Entity('wanted_slug', { withoutRowid: true })
export class WantedSlug {
  /** Primary key of the digest or the source that says it. */
  @PrimaryColumn('integer')
  place!: number;

  /** Rank in the digest, or number in the source. */
  @PrimaryColumn('integer')
  number!: number;

  /** Fingerprint of the record; empty for an entry of a digest. */
  @PrimaryColumn('varchar')
  hash!: string;

  @Column('varchar')
  slug!: string;
}
