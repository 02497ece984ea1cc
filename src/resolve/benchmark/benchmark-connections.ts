import { Field, ObjectType } from 'type-graphql';
import type { StoredRecord } from '../../lists/look-up/records';
import { Paper } from '../../store/entities/paper/paper';
import { Benchmark } from '../../store/entities/topic/benchmark';
import type { StoredResult } from '../../store/entities/topic/benchmark-paper';
import { Cost } from '../cost';
import { PaperRecord } from '../record/paper-record';
import { connectionOf, edgeOf } from '../relay/connection';

@ObjectType('BenchmarkEdge', { simpleResolvers: true, description: 'A benchmark in a list of benchmarks.' })
class BenchmarkEdge extends edgeOf(Benchmark) {}

export const BenchmarkConnection = connectionOf(
  'Benchmark',
  Benchmark,
  BenchmarkEdge,
  'benchmarks, those with most papers first',
);

@ObjectType('BenchmarkValue', { simpleResolvers: true, description: 'What was measured, and the value.' })
class BenchmarkValue {
  @Field(() => String, { description: 'The metric, as written, e.g. Top 1 Accuracy.' })
  metric!: string;

  @Field(() => String, { description: 'The value as written, signs and per cents too.' })
  value!: string;
}

@ObjectType('BenchmarkResult', { simpleResolvers: true, description: 'What a model reached on a benchmark.' })
class BenchmarkResult implements StoredResult {
  @Field(() => String, { description: 'The model.' })
  model!: string;

  @Field(() => String, { description: 'The task, as this source spells it.' })
  task!: string;

  @Field(() => String, { description: 'The data set, as this source spells it.' })
  dataset!: string;

  @Cost({ items: 4 })
  @Field(() => [BenchmarkValue], { description: 'Its values, at least one, in the order of the source.' })
  values!: BenchmarkValue[];
}

@ObjectType('BenchmarkPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that has results on a benchmark, and these.',
})
class BenchmarkPaperEdge extends edgeOf(Paper) {
  @Cost({ items: 3 })
  @Field(() => [BenchmarkResult], {
    description:
      'What sources state of the paper there, at least one result: in the order of a source, each once. Where sources differ all are here.',
  })
  results!: BenchmarkResult[];

  @Cost({ once: 0.3, each: 0.2 })
  @Field(() => [PaperRecord], { description: 'The records that state the results, by file.' })
  records!: StoredRecord[];
}

export const BenchmarkPaperConnection = connectionOf(
  'BenchmarkPaper',
  Paper,
  BenchmarkPaperEdge,
  'the papers that have results on a benchmark, newest first',
);
