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
      'How well the item fits the query, higher is better: what its words add, what its vector adds, and 2,000 more for a paper that the whole query names, 1,000 for a topic or repository. Comparable within one search only; the same as long as the corpus is.',
  })
  score!: number;

  @Field(() => Float, {
    description:
      'What the words of the query add to the score: (BM25F of the words + 0.3 · BM25F of the pairs of neighbouring words) · (1 for a paper, 0.6 for a topic or repository). BM25F = Σ idf · c·9 / (c + 8) · f·2.2 / (f + 1.2) over the words, with idf = ln(1 + (N − n + 0.5) / (n + 0.5)), n of N items having the word, c times in the query, and f = 2·title / (0.4 + 0.6·l) + abstract / (0.25 + 0.75·l) + 0.5·other, of each field how often the word stands there and l its length beside that of papers on average. A title is the name of a topic or repository, an abstract its description; other are compounds, aliases and authors.',
  })
  wordScore!: number;

  @Field(() => Float, {
    description:
      'What the vector of the text adds to the score, for texts that say much the same in other words: 0.5 · coverage⁴ · cosine · the best `wordScore` of the list, for the papers among its first 200 items. The cosine is that of the vectors of the query and of the paper, coverage the share of the words of the query that have a vector. 0 for anything else, and everywhere where the server has vectors turned off.',
  })
  vectorScore!: number;

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
      'Whether the list has everything that matches. Of more than 20,000 papers a query whose words stand in more than 20,000 texts, those of each word added up, lists the best of a choice instead: what holds its rarest words first, then the latest that hold all, half or one of its words; at most 1,000 papers, 200 topics and 200 repositories.',
  })
  isComplete!: boolean;

  @Field(() => [String], {
    description:
      'What the query requires, as it is written, although no text here has it: the list is that of its words, which are not required then. Empty when everything stands somewhere.',
  })
  unmatched!: readonly string[];

  @Field(() => SearchFacets, {
    description:
      'How the papers of the whole list divide, its best 5,000 where there are more; counted only when asked for.',
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
