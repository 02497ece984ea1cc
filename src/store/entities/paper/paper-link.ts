import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Availability, LinkKind } from '../../../extract/links/links';
import type { JsonText } from '../../../text/json-text';
import { Evidence } from '../evidence';
import { Node } from '../node';
import { Repository } from '../repository';
import { UriScalar } from '../scalars';
import { Paper } from './paper';

export const LinkKindEnum = {
  REPOSITORY: 'REPOSITORY',
  ORGANIZATION: 'ORGANIZATION',
  PROJECT_PAGE: 'PROJECT_PAGE',
  MODEL: 'MODEL',
  DATASET: 'DATASET',
  SPACE: 'SPACE',
  COLLECTION: 'COLLECTION',
  ARCHIVE: 'ARCHIVE',
  ANONYMOUS: 'ANONYMOUS',
  PAPER: 'PAPER',
  VIDEO: 'VIDEO',
  SHORT_LINK: 'SHORT_LINK',
  WEBSITE: 'WEBSITE',
} as const satisfies Record<LinkKind, LinkKind>;

registerEnumType(LinkKindEnum, {
  name: 'LinkKind',
  description: 'What an address leads to.',
  valuesConfig: {
    REPOSITORY: {
      description: 'A code repository on GitHub, GitLab, Bitbucket, Gitea or another forge, self-hosted too.',
    },
    ORGANIZATION: { description: 'An account on a code host or model hub, with no repository named.' },
    PROJECT_PAGE: { description: "The paper's own page, e.g. on github.io." },
    MODEL: { description: 'A trained model on a hub.' },
    DATASET: { description: 'A data set on a hub.' },
    SPACE: { description: 'A running demo on a hub.' },
    COLLECTION: { description: 'A collection of models, data sets or papers on a hub.' },
    ARCHIVE: { description: 'A deposit in an archive such as Zenodo or OSF.' },
    ANONYMOUS: { description: 'Code put up for blind review on anonymous.4open.science.' },
    PAPER: { description: 'Another paper, e.g. on arXiv.' },
    VIDEO: { description: 'A video.' },
    SHORT_LINK: { description: 'A shortened address that does not tell where it leads.' },
    WEBSITE: { description: 'Any other web site.' },
  },
});

export const AvailabilityEnum = {
  AVAILABLE: 'AVAILABLE',
  ANNOUNCED: 'ANNOUNCED',
} as const satisfies Record<Availability, Availability>;

registerEnumType(AvailabilityEnum, {
  name: 'LinkAvailability',
  description: 'What the sentence around an address promises.',
  valuesConfig: {
    AVAILABLE: { description: 'It is there, as the sentence says.' },
    ANNOUNCED: { description: 'It is to come ("will soon be available").' },
  },
});

/** What a record states of an address, as it is stored. */
export interface StoredLinkStatement {
  recordPk: number;
  /** Place among the links of the record. */
  index: number;
}

/** An address in a paper's text, or one that a source states beside it. */
@ObjectType('PaperLink', {
  implements: Node,
  simpleResolvers: true,
  description: "An address in a paper's text: what it is, how it was written, where it stands.",
})
@Entity('paper_link', { withoutRowid: true })
@Index('paper_link_by_url', ['urlKey', 'kind', 'paperPk'])
@Index('paper_link_by_repository', ['repositoryPk'])
export class PaperLink extends Node {
  @PrimaryColumn('integer', { name: 'paper_id' })
  paperPk!: number;

  /** Order of appearance in the paper, from 0. */
  @PrimaryColumn('integer')
  position!: number;

  @Field(() => LinkKindEnum, { description: 'What the address leads to.' })
  @Column('varchar')
  kind!: LinkKind;

  @Field(() => UriScalar, { description: 'The normalised address; for a repository its root, without ref and path.' })
  @Column('text')
  url!: string;

  /** `addressKey` of the url: what `resource(url)` looks up. */
  @Column('varchar', { name: 'url_key' })
  urlKey!: string;

  @Field(() => String, { description: 'The address as the paper writes it.' })
  @Column('text', { name: 'url_as_written' })
  urlAsWritten!: string;

  @Field(() => AvailabilityEnum, { description: 'Whether the sentence says that it is there or that it will be.' })
  @Column('varchar')
  availability!: Availability;

  @Column('integer', { name: 'repository_id', nullable: true })
  repositoryPk!: number | null;

  /** Owner and name as this link spells them; the repository shows the commonest spelling of all its links. */
  @Column('varchar', { name: 'spelled_owner', nullable: true })
  spelledOwner!: string | null;

  @Column('varchar', { name: 'spelled_name', nullable: true })
  spelledName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Branch, tag or commit of a deep link into a repository, e.g. main; null when the link names none.',
  })
  @Column('varchar', { nullable: true })
  ref!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path below the ref of a deep link into a repository, e.g. HessianAlignment; null when there is none.',
  })
  @Column('text', { nullable: true })
  path!: string | null;

  @Field(() => Evidence, {
    nullable: true,
    description: 'Where the address stands in the text; null of an address that sources state beside the text.',
  })
  @Column('simple-json')
  evidence!: JsonText | null;

  /** What records state of it; null when none does. */
  @Column('simple-json', { nullable: true })
  statements!: StoredLinkStatement[] | null;

  /** Read along, for the id. */
  paperSlug!: string;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: unknown;

  @ManyToOne(() => Repository, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'repository_id' })
  repository?: unknown;
}
