import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import type { SearchField } from '../../search/answer/highlight';
import {
  defaultSearchOrder,
  type SearchOrderField,
  type SearchOrder as StoreOrder,
} from '../../search/answer/hit-order';
import type { SearchType } from '../../search/documents';
import { badUserInput } from '../bad-user-input';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';
import { PaperFilter } from '../paper/paper-inputs';
import { PageArgs } from '../relay/page-args';

/** Longest query, in UTF-16 units: room for any abstract, and a bound on the work of a search. */
const LONGEST_QUERY = 10_000;

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

const SearchOrderFieldEnum = {
  RELEVANCE: 'RELEVANCE',
  FIRST_SEEN_ON: 'FIRST_SEEN_ON',
} as const satisfies Record<SearchOrderField, SearchOrderField>;

registerEnumType(SearchOrderFieldEnum, {
  name: 'SearchOrderField',
  description: 'What the results of a search are ordered by.',
  valuesConfig: {
    RELEVANCE: { description: 'How well they fit the query. Ascending is the exact reverse of descending.' },
    FIRST_SEEN_ON: {
      description:
        'The day of the first digest that holds the paper, then its rank there, as `papers` has it; topics and repositories count as older than all papers. Ascending is the exact reverse of descending.',
    },
  },
});

@InputType('SearchOrder', { description: 'The order of the results of a search.' })
export class SearchOrder {
  @Field(() => SearchOrderFieldEnum, { description: 'What to order by.' })
  field!: SearchOrderField;

  @Field(() => OrderDirection, { nullable: true, description: DIRECTION })
  direction?: OrderDirection | null;
}

export const SearchFieldEnum = {
  TITLE: 'TITLE',
  ABSTRACT: 'ABSTRACT',
  AUTHOR: 'AUTHOR',
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
    AUTHOR: { description: 'The name of an author of a paper.' },
    NAME: { description: 'The name of a topic; of a repository owner/name.' },
    ALIAS: { description: 'Another name of a topic.' },
    DESCRIPTION: { description: 'The description of a topic.' },
  },
});

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: `What to look for, at most ${LONGEST_QUERY.toLocaleString('en')} characters. Words (the more of them a result has, and the rarer they are, the better; none is required, so a question works), "a phrase" (required), -word or NOT word or -"a phrase" (excluded), a AND b (both required), "a" OR "b" (one of them required), begin* (words that begin so). Operators are in capitals; a text of more than 20 words, such as a pasted abstract, is words alone. What is required and stands in no text is told in \`unmatched\`, and the list is that of its words. A title, the name of a topic, owner/name or an address, given whole, finds what it names first; the name of an author, in two words or more and any spelling, papers of that author. Single words of the names of a paper’s first 50 authors find it, too, and count half as much as those of its text. Inflections, case, accents (those of TeX, too), hyphens and British spelling do not matter; C++, C#, .NET, A* and R^2 are words. A query without any word finds nothing; no text is an error but one that is too long.`,
  })
  query!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether the last word stands for all words that begin so, as if `*` stood behind it: to search while somebody types. Not with a blank or a quotation mark behind it, and not a single letter or a word that is excluded.',
  })
  prefix?: boolean | null;

  @Field(() => [SearchTypeEnum], {
    nullable: true,
    description: 'What to find; everything unless said, and for an empty list.',
  })
  types?: SearchType[] | null;

  @Field(() => PaperFilter, {
    nullable: true,
    description: 'Only papers that fit. As it speaks of papers, nothing else is found once it sets a condition.',
  })
  filter?: PaperFilter | null;

  @Field(() => SearchOrder, {
    nullable: true,
    description:
      'In what order; by RELEVANCE unless said, best first. Where `isComplete` is false, this orders what is listed.',
  })
  orderBy?: SearchOrder | null;
}

/** @throws BAD_USER_INPUT when the query is too long */
export function checkQuery(query: string): string {
  if (query.length <= LONGEST_QUERY) return query;
  throw badUserInput('query', `at most ${LONGEST_QUERY} characters`, query.length);
}

/** An order as the search knows it; best first unless said. */
export function toSearchOrder(order: SearchOrder | null | undefined): StoreOrder {
  return order ? { field: order.field, direction: directionOf(order.field, order.direction) } : defaultSearchOrder;
}

/** The types to find, each once, in one order however they were asked for. */
export function toTypes(types: readonly SearchType[] | null | undefined): SearchType[] {
  const all = Object.values(SearchTypeEnum);
  return types == null || types.length === 0 ? all : all.filter((type) => types.includes(type));
}
