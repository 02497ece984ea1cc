import { Field, ObjectType } from 'type-graphql';

/** An object, and not a name alone, so that a source that knows more of an author has a place to say it. */
@ObjectType('PaperAuthor', {
  simpleResolvers: true,
  description:
    'An author of a paper, as a source names them. Nothing says who that is: two papers may mean one person by two names, or two by one.',
})
export class PaperAuthor {
  @Field(() => String, { description: 'The whole name, given names first; the name of a group as it stands.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Given names or their initials; null where no source parts them.',
  })
  given?: string | null;

  @Field(() => String, { nullable: true, description: 'The family name; null where no source parts it.' })
  family?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The ORCID, e.g. 0000-0002-1825-0097; null where no source says it.',
  })
  orcid?: string | null;

  @Field(() => [String], { description: 'Where the author worked, as the source writes it; empty where it does not.' })
  affiliations!: string[];
}
