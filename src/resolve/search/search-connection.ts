import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { SearchField } from '../../search/answer/highlight';
import type { Found } from '../../search/answer/read-nodes';
import { Paper } from '../../store/entities/paper/paper';
import { Repository } from '../../store/entities/repository';
import { Topic } from '../../store/entities/topic/topic';
import { Cost } from '../cost';
import { PageInfo } from '../relay/connection';
import { SearchFacets } from './search-facets';
import { SearchFieldEnum } from './search-inputs';

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What a search finds.',
  types: () => [Paper, Topic, Repository] as const,
  resolveType: (row) => (row as unknown as Found).__typename,
});

@ObjectType('TextRange', { simpleResolvers: true, description: 'A stretch of a text.' })
class TextRange {
  @Field(() => Int, { description: 'Where it begins: UTF-16 units from the start, as JavaScript strings count.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends; the unit at this place is no longer in it.' })
  end!: number;
}

@ObjectType('SearchHighlight', {
  simpleResolvers: true,
  description: 'Where words of the query stand in a result: a piece of its text, exactly as stored.',
})
class SearchHighlight {
  @Field(() => SearchFieldEnum, { description: 'The part of the result that the fragment is from.' })
  field!: SearchField;

  @Field(() => String, {
    description: 'The whole title or name, or about 240 characters of a longer text where most of the query stands.',
  })
  fragment!: string;

  @Field(() => [TextRange], { description: 'The words of the query within the fragment, in order.' })
  ranges!: TextRange[];
}

@ObjectType('SearchEdge', { simpleResolvers: true, description: 'A result of a search, and why it was found.' })
class SearchEdge {
  @Field(() => String, { description: 'Place of the item in this list, for `after` and `before`.' })
  cursor!: string;

  @Field(() => SearchResult, { description: 'The item.' })
  node!: Found;

  @Field(() => Float, {
    description:
      'How well the item fits the query, higher is better: (BM25 of the words + 0.3 · BM25 of the pairs of neighbouring words) · (1 for a paper, 0.6 for a topic or repository), with k1 = 1.2 and b = 0.75, a title or name counting 1.5, an abstract or description 1, an alias or compound 0.5; and 2,000 more for a paper that the whole query names, 1,000 for a topic or repository. Comparable within one search only; the same as long as the corpus is.',
  })
  score!: number;

  @Cost({ each: 1, items: 2 })
  @Field(() => [SearchHighlight], {
    description: 'Where the query stands in the item, at most one fragment for each text; worked out when asked for.',
  })
  highlights!: SearchHighlight[];
}

@ObjectType('SearchConnection', { simpleResolvers: true, description: 'A page of what a search finds.' })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The items of the page, each with its cursor and why it was found.' })
  edges!: SearchEdge[];

  @Field(() => [SearchResult], { description: 'The items of the page, for those who need no more.' })
  nodes!: Found[];

  @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: 'How many items the whole list has, all of which can be paged to; counted only when asked for.',
  })
  totalCount!: number;

  @Field(() => Boolean, {
    description:
      'Whether the list has everything that matches. A query whose words stand in more than about 5,000 texts lists the best of a choice instead: what holds its rarest words first, then the latest that hold all, half or one of its words; at most 1,000 papers, 200 topics and 200 repositories.',
  })
  isComplete!: boolean;

  @Field(() => [String], {
    description:
      'What the query requires, as it is written, although no text here has it: the list is that of its words, which are not required then. Empty when everything stands somewhere.',
  })
  unmatched!: readonly string[];

  @Field(() => SearchFacets, {
    description: 'How the papers of the whole list divide; counted only when asked for.',
  })
  facets!: SearchFacets;

  @Cost({ once: 40 })
  @Field(() => String, {
    nullable: true,
    description:
      'The query with words that nothing here has replaced by the nearest ones that something has; null when there are none. Ids, names, addresses and beginnings of words are left as they are.',
  })
  suggestion!: string | null;
}
