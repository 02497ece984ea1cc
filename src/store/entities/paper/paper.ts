import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { LocalDateScalar } from '../scalars';
import { UniformResourceLocatable } from '../uniform-resource-locatable';

/** An author, as far as sources tell. */
export interface StoredAuthor {
  /** Given names first; the name of a group as it stands. */
  name: string;
  given?: string;
  family?: string;
  /** Without an address in front: `0000-0002-1825-0097`. */
  orcid?: string;
  affiliations?: string[];
}

/** A research paper. Two sources mean the same one by identifier, or by title and text or authors, see `groupMentions`. */
@ObjectType('Paper', {
  implements: UniformResourceLocatable,
  simpleResolvers: true,
  description:
    'A research paper, as digests and other sources tell of it, with the topics, repositories and links read out of its text or stated. Where sources differ the first by precedence counts, see `Paper.records`.',
})
@Entity('paper')
@Index('paper_by_trending', ['trendingScore', 'firstSeenKey'])
@Index('paper_by_first_seen_on', ['firstSeenOn'])
export class Paper extends UniformResourceLocatable {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  @Field(() => String, {
    description:
      'Public key: the title in lower case with everything but letters and digits as hyphens; for another paper of the same title some letters and digits more. It stays as long as the paper.',
  })
  @Column('varchar', { unique: true })
  slug!: string;

  /** See `titleKey`; empty until the first start after the migration that added it. */
  @Index('paper_by_title_key')
  @Column('varchar', { name: 'title_key', default: '', select: false })
  titleKey!: string;

  @Field(() => String, { description: 'The title as its source writes it, on one line.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The abstract as its source writes it, paragraphs separated by a blank line, TeX and all: what the positions of evidence and highlights count in. Null where no source has one. Title and abstract are of one source: the first by precedence that has an abstract; of two digests the newest.',
  })
  @Column('text', { nullable: true })
  abstract!: string | null;

  /** The authors in order; null when no source names them. */
  @Column('simple-json', { nullable: true })
  authors!: StoredAuthor[] | null;

  /** When it was published, as exact as it is known: `2026`, `2026-05` or `2026-05-13`; null when no source says. */
  @Column('varchar', { name: 'published_on', length: 10, nullable: true })
  publishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The journal, book or conference, as a source names it: publishers' catalogues (Crossref, OpenAlex, Semantic Scholar, DBLP) before others. Null when none does; arXiv is none.",
  })
  @Column('text', { nullable: true })
  venue!: string | null;

  /** Of arXiv, the primary one first; null when no source says. */
  @Column('simple-json', { nullable: true })
  categories!: string[] | null;

  @Column('integer', { name: 'is_withdrawn', default: 0 })
  isWithdrawn!: 0 | 1;

  @Field(() => String, {
    nullable: true,
    description:
      'The arXiv identifier without a version, e.g. 2503.04715; null when no source names it. Where sources differ, the first by precedence that names one counts; `identifiers` has all.',
  })
  @Index('paper_by_arxiv_id', { where: 'arxiv_id is not null' })
  @Column('varchar', { name: 'arxiv_id', nullable: true })
  arxivId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The DOI in lower case, without a resolver in front; null when no source says.',
  })
  @Index('paper_by_doi', { where: 'doi is not null' })
  @Column('varchar', { nullable: true })
  doi!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the first dated digest that holds the paper; null when none of its digests has a date.',
  })
  @Column('varchar', { name: 'first_seen_on', length: 10, nullable: true })
  firstSeenOn!: string | null;

  /**
   * Day, digest and rank of the first appearance folded into one text that sorts as the list does (descending: newest
   * day first, then best rank first). No two papers share it, so a page needs no other column to know its place.
   */
  @Index('paper_by_first_seen')
  @Column('varchar', { name: 'first_seen_key' })
  firstSeenKey!: string;

  /** The order of TRENDING, see trending.ts. */
  @Column('double precision', { name: 'trending_score' })
  trendingScore!: number;
}
