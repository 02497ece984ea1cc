import { ArgsType, Field, registerEnumType } from 'type-graphql';
import type { SearchField } from '../store/search/highlight';
import type { SearchType } from '../store/search/kinds';
import { badUserInput } from './bad-user-input';
import { PageArgs } from './page-args';
import { PaperFilter } from './paper-inputs';

/** Longest query, in UTF-16 units: room for any title, and a bound on the work of a search. */
const LONGEST_QUERY = 1000;

export const SearchTypeEnum = {
  PAPER: 'PAPER',
  TOPIC: 'TOPIC',
  REPOSITORY: 'REPOSITORY',
} as const satisfies Record<SearchType, SearchType>;

registerEnumType(SearchTypeEnum, {
  name: 'SearchType',
  description: 'What a search can find.',
  valuesConfig: {
    PAPER: { description: 'Papers, by title and abstract.' },
    TOPIC: { description: 'Topics, by name, aliases and description.' },
    REPOSITORY: { description: 'Code repositories, by owner, name and host.' },
  },
});

export const SearchFieldEnum = {
  TITLE: 'TITLE',
  ABSTRACT: 'ABSTRACT',
  NAME: 'NAME',
  ALIAS: 'ALIAS',
  DESCRIPTION: 'DESCRIPTION',
} as const satisfies Record<SearchField, SearchField>;

registerEnumType(SearchFieldEnum, {
  name: 'SearchField',
  description: 'A part of a result in which words of the query stand.',
  valuesConfig: {
    TITLE: { description: 'The title of a paper.' },
    ABSTRACT: { description: 'The abstract of a paper.' },
    NAME: { description: 'The name of a topic; of a repository owner/name.' },
    ALIAS: { description: 'Another name of a topic.' },
    DESCRIPTION: { description: 'The description of a topic.' },
  },
});

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: `What to look for, at most ${LONGEST_QUERY} characters. Words (the more of them a result has, and the rarer they are, the better; none is required, so a question works), "a phrase" (required), -word or -"a phrase" (excluded), "a" OR "b" (one of them required), begin* (words that begin so). A title, the name of a topic, owner/name or an address, given whole, finds what it names first. Inflections, case, accents, hyphens and British spelling do not matter. A query without any word finds nothing; no text is an error but one that is too long.`,
  })
  query!: string;

  @Field(() => [SearchTypeEnum], { nullable: true, description: 'What to find; everything unless said.' })
  types?: SearchType[] | null;

  @Field(() => PaperFilter, {
    nullable: true,
    description: 'Only papers that fit. As it speaks of papers, nothing else is found once it sets a condition.',
  })
  filter?: PaperFilter | null;
}

/** @throws BAD_USER_INPUT when the query is too long */
export function checkQuery(query: string): string {
  if (query.length <= LONGEST_QUERY) return query;
  throw badUserInput('query', `at most ${LONGEST_QUERY} characters`, query.length);
}

/** The types to find, each once, in one order however they were asked for. */
export function toTypes(types: readonly SearchType[] | null | undefined): SearchType[] {
  const all = Object.values(SearchTypeEnum);
  return types == null || types.length === 0 ? all : all.filter((type) => types.includes(type));
}
