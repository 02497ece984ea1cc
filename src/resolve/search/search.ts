import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { readCorpusVersion } from '../../lists/corpus';
import { highlight } from '../../search/answer/highlight';
import { countHits, isComplete, readHits } from '../../search/answer/search';
import { termsOf } from '../../search/query/parse-query';
import { prepareSearch } from '../../search/rank/prepare-search';
import { suggest } from '../../search/suggest/suggest';
import { dear } from '../../store/sql';
import type { Context } from '../context';
import { Cost } from '../cost';
import { conditionsIn } from '../paper/paper-costs';
import { readPaperFilter } from '../paper/paper-inputs';
import { connect } from '../relay/connection';
import { SearchConnection } from './search-connection';
import { checkQuery, SearchArgs, toSearchOrder, toTypes } from './search-inputs';

@Resolver()
export class SearchResolver {
  @Cost({ once: ({ filter }) => (conditionsIn(filter) > 0 ? 500 : 450), item: 0.3, total: 20, isTotalOfPage: true })
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      'Papers, topics and repositories that fit a query, best first unless said, each with the words that say so. Its cursors hold as long as the corpus is the same: after an import they are CURSOR_OUT_OF_DATE, as no page of another order could follow on theirs.',
  })
  async search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const db = dear(context.db);
    const text = checkQuery(args.query);
    const isOpen = args.prefix ?? false;
    const types = toTypes(args.types);
    const filter = await readPaperFilter(args.filter, context.loaders);
    const order = toSearchOrder(args.orderBy);
    const version = { before: await readCorpusVersion(db), now: () => readCorpusVersion(db) };
    const search = await prepareSearch(db, text, types, filter, { isOpen, weights: context.weights?.read() ?? null });
    const terms = termsOf(search.query);
    const page = connect({
      info,
      list: ['Query.search', text, isOpen, types, filter, order],
      args,
      version,
      read: (window) => readHits(db, search, window, order),
      count: () => countHits(db, search),
      facts: (found) => ({
        score: found.score,
        wordScore: found.wordScore,
        vectorScore: found.vectorScore,
        highlights: () => highlight(found, terms),
      }),
    });
    return {
      ...page,
      isComplete: () => isComplete(db, search),
      unmatched: search.unmatched,
      facets: { search },
      suggestion: () => suggest(db, text, isOpen),
    };
  }
}
