import { Field, ObjectType } from 'type-graphql';

/** An object, and not a name alone, so that a source that knows more of an author has a place to say it. */
@ObjectType('PaperAuthor', {
  simpleResolvers: true,
  description:
    'An author of a paper, as a source names them. Nothing says who that is: two papers may mean one person by two names, or two by one. A source that knows more (an ORCID, an affiliation) adds fields here.',
})
export class PaperAuthor {
  @Field(() => String, { description: 'The name as printed.' })
  name!: string;
}
