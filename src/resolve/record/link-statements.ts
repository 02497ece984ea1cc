import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { Loaders } from '../../batch/loaders';
import type { StoredRecord } from '../../lists/look-up/records';
import type { LinkRole, RecordLink } from '../../parse/records/record';
import { PaperLink } from '../../store/entities/paper/paper-link';
import type { Context } from '../context';
import { Cost } from '../cost';
import { PaperRecord } from './paper-record';

export const LinkRoleEnum = {
  CODE: 'CODE',
  PROJECT: 'PROJECT',
  LANDING: 'LANDING',
  PDF: 'PDF',
  DATA: 'DATA',
  MEDIA: 'MEDIA',
  OTHER: 'OTHER',
} as const satisfies Record<LinkRole, LinkRole>;

registerEnumType(LinkRoleEnum, {
  name: 'LinkRole',
  description: "What an address is to the paper, as the source's field says; what it leads to is its kind.",
  valuesConfig: {
    CODE: { description: 'Where the code is.' },
    PROJECT: { description: 'The page of the project.' },
    LANDING: { description: 'Where the paper is shown.' },
    PDF: { description: 'The paper itself.' },
    DATA: { description: 'Where the data are.' },
    MEDIA: { description: 'Pictures, videos, slides.' },
    OTHER: { description: 'Anything else, or not said.' },
  },
});

@ObjectType('LinkStatement', { simpleResolvers: true, description: 'What a record states of an address.' })
export class LinkStatement implements Omit<RecordLink, 'url'> {
  @Field(() => PaperRecord, { description: 'The record.' })
  record!: StoredRecord;

  @Field(() => String, { description: "The field in the source's own words, e.g. `paper.githubRepo`." })
  field!: string;

  @Field(() => String, { description: 'The value as it stands there.' })
  asWritten!: string;

  @Field(() => LinkRoleEnum, { description: 'What the field is for.' })
  role!: LinkRole;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is the authors' own; null where the source does not say.",
  })
  isOfficial!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the paper names it; null where the source does not say.',
  })
  isMentionedInPaper!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the repository names the paper; null where the source does not say.',
  })
  isMentionedInRepository!: boolean | null;

  @Field(() => String, { nullable: true, description: 'e.g. pytorch, tf, jax; null where the source does not say.' })
  framework!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Stars that the repository had when the record was made; null where the source does not say.',
  })
  stars!: number | null;

  @Field(() => Boolean, { description: 'Whether a machine of the source guessed it.' })
  isGuess!: boolean;
}

@Resolver(() => PaperLink)
export class LinkStatementsResolver {
  @Cost({ once: 0.2, each: 0.1, item: 0.02, items: 1 })
  @FieldResolver(() => [LinkStatement], {
    description: 'What records state of the address; empty of one that stands in the text alone.',
  })
  statements(@Root() link: PaperLink, @Ctx() { loaders }: Context): Promise<LinkStatement[]> {
    return statementsOfLink(link, loaders);
  }
}

/** What records state of a link of a paper. */
export async function statementsOfLink(
  { paperPk, statements }: Pick<PaperLink, 'paperPk' | 'statements'>,
  loaders: Loaders,
): Promise<LinkStatement[]> {
  if (statements === null) return [];
  const records = new Map((await loaders.recordsOfPaper.load(paperPk, null)).map((record) => [record.pk, record]));
  return statements.flatMap(({ recordPk, index }) => {
    const record = records.get(recordPk);
    const link = record?.said.links[index];
    return record && link ? [{ record, ...link.value, field: link.field, asWritten: link.asWritten }] : [];
  });
}
