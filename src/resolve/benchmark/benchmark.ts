import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { nameKey } from '../../extract/topics/named-topics';
import { benchmarkKey, datasetKey } from '../../lists/benchmarks/benchmark-key';
import type { StoredRecord } from '../../lists/look-up/records';
import { Benchmark } from '../../store/entities/topic/benchmark';
import { Topic } from '../../store/entities/topic/topic';
import type { Context } from '../context';
import { Cost, VOCABULARY } from '../cost';
import { connect } from '../relay/connection';
import { PageArgs } from '../relay/page-args';
import { BenchmarkPaperConnection } from './benchmark-connections';

@Resolver(() => Benchmark)
export class BenchmarkResolver {
  @Cost({ once: 0.3, each: 0.03, different: VOCABULARY })
  @FieldResolver(() => Topic, { description: 'The topic that the task is the name of.' })
  topic(@Root() { topicPk }: Benchmark, @Ctx() { loaders }: Context): Promise<Topic | null> {
    return loaders.topicByPk.load(topicPk);
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.06, total: 0 })
  @FieldResolver(() => BenchmarkPaperConnection, {
    description:
      'The papers that have results there, newest first. Not by value: no source says which way a metric counts, and values are as written.',
  })
  papers(
    @Root() benchmark: Benchmark,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Benchmark.papers', benchmarkKey(benchmark)],
      args,
      read: (window) => loaders.papersOfBenchmark.load(benchmark.pk, { window }),
      count: () => benchmark.paperCount,
      facts: ({ pk, results }) => ({
        results,
        records: async () =>
          (await loaders.recordsOfPaper.load(pk, null)).filter((record) => isStating(record, benchmark)),
      }),
    });
  }
}

/** Whether a record states a result on a benchmark. */
function isStating({ said }: StoredRecord, { taskKey, datasetKey: key }: Benchmark): boolean {
  return said.results.some(({ value: { task, dataset } }) => nameKey(task) === taskKey && datasetKey(dataset) === key);
}
