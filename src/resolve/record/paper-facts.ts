import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { StoredRecord } from '../../lists/look-up/records';
import type { IdentifierScheme, RecordResult } from '../../parse/records/record';
import { identifierKey } from '../../parse/sameness/mention';
import { Paper } from '../../store/entities/paper/paper';
import { LocalDateScalar, UriScalar } from '../../store/entities/scalars';
import { Topic } from '../../store/entities/topic/topic';
import type { Context } from '../context';
import { Cost } from '../cost';
import { IdentifierSchemeEnum, PaperRecord } from './paper-record';

@ObjectType('PaperIdentifier', { simpleResolvers: true, description: 'What a paper is called in a catalogue.' })
export class PaperIdentifier {
  @Field(() => IdentifierSchemeEnum, { description: 'Whose identifier it is.' })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The identifier, without a resolver or a version.' })
  value!: string;
}

@ObjectType('PaperVersion', { simpleResolvers: true, description: 'A version of a paper, as arXiv numbers them.' })
export class PaperVersion {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the version; null where no source says.' })
  date!: string | null;
}

@ObjectType('PaperResult', { simpleResolvers: true, description: 'A row of a table of results that names the paper.' })
export class PaperResult implements RecordResult {
  @Field(() => String, { description: 'The task, e.g. Image Classification.' })
  task!: string;

  @Cost({ once: 4, each: 0.06 })
  @Field(() => Topic, {
    nullable: true,
    description: 'The topic that the task is the name of, as in `PaperKeyword.topic`; null where it is none.',
  })
  topic?: Topic | null;

  @Field(() => String, { description: 'The data set, e.g. ImageNet.' })
  dataset!: string;

  @Field(() => String, { description: 'The metric, e.g. Top 1 Accuracy.' })
  metric!: string;

  @Field(() => String, { description: 'The value as written, signs and per cents too.' })
  value!: string;

  @Field(() => String, { description: 'The model.' })
  model!: string;
}

@ObjectType('PaperKeyword', { simpleResolvers: true, description: 'A word that sources file a paper under.' })
export class PaperKeyword {
  @Field(() => String, { description: 'The word, as written.' })
  name!: string;

  @Cost({ once: 4, each: 0.06 })
  @Field(() => Topic, {
    nullable: true,
    description:
      'The topic of which it is the name, the slug or an alias, in any spelling (case, accents, hyphens, plural, an acronym in brackets), failing that in another inflection (`Language Modelling` for language models) or with an empty last word (`Recommendation Systems`); null where it is none, or an alias of several. The paper is not tagged with it for that: `Paper.topics` needs words of the text.',
  })
  topic?: Topic | null;
}

@ObjectType('PaperVotes', {
  simpleResolvers: true,
  description: 'How many votes a paper had at a source when its record was made.',
})
export class PaperVotes {
  @Field(() => Int, { description: 'The number of votes.' })
  count!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the list that says so; null where it is of no day.',
  })
  day!: string | null;
}

/** What sources say of a paper beside digests. */
@Resolver(() => Paper)
export class PaperFactsResolver {
  @Cost({ once: 0.3, each: 0.1, item: 0.02, items: 3 })
  @FieldResolver(() => [PaperRecord], {
    description:
      'What sources beside digests say of the paper, by file. Where they differ, of each fact that counts which stands first: arXiv (OAI-PMH, snapshot, API), the daily papers of the hub, digests, Papers with Code, Crossref, OpenAlex, Semantic Scholar, DBLP, BibTeX, CSL-JSON, RIS, CSV; of one kind the newest. The catalogues of publishers come first for the venue.',
  })
  records(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<StoredRecord[]> {
    return loaders.recordsOfPaper.load(pk, null);
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.01, items: 3 })
  @FieldResolver(() => [PaperIdentifier], {
    description: 'Every identifier that a source or digest names, each once; arXiv and DOI first.',
  })
  async identifiers(@Root() { pk, arxivId, doi }: Paper, @Ctx() { loaders }: Context): Promise<PaperIdentifier[]> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const all: PaperIdentifier[] = [
      ...(arxivId === null ? [] : [{ scheme: 'ARXIV' as const, value: arxivId }]),
      ...(doi === null ? [] : [{ scheme: 'DOI' as const, value: doi }]),
      ...records.flatMap(({ said }) => said.identifiers.map(({ value }) => value)),
    ];
    return [...new Map(all.map((identifier) => [identifierKey(identifier), identifier])).values()];
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.01, items: 3 })
  @FieldResolver(() => [UriScalar], {
    description: 'Where the paper can be read, each address once: at arXiv, behind its DOI, and where sources say.',
  })
  async readAt(@Root() { pk, arxivId, doi }: Paper, @Ctx() { loaders }: Context): Promise<string[]> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const stated = records.flatMap(({ said }) =>
      said.links.flatMap(({ value: { role, url } }) => (role === 'LANDING' || role === 'PDF' ? [url] : [])),
    );
    const own = [
      ...(arxivId === null ? [] : [`https://arxiv.org/abs/${arxivId}`]),
      ...(doi === null ? [] : [`https://doi.org/${doi}`]),
    ];
    return [...new Set([...own, ...stated])];
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.01, items: 5 })
  @FieldResolver(() => [PaperKeyword], {
    description:
      'Words that sources file the paper under: keywords, tasks, methods, fields; each once, with the topic that it names, if any. What its text is about are `topics`.',
  })
  async keywords(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<object[]> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const words = new Set(records.flatMap(({ said }) => said.keywords.map(({ value }) => value)));
    return [...words].map((name) => ({ name, topic: () => loaders.topicByName.load(name) }));
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.01, items: 2 })
  @FieldResolver(() => [PaperVersion], { description: 'The versions on arXiv, by number; empty when no source says.' })
  async versions(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<PaperVersion[]> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const found = new Map<number, string | null>();
    for (const { said } of records) {
      for (const { value } of said.versions) found.set(value.number, value.date ?? found.get(value.number) ?? null);
    }
    return [...found].map(([number, date]) => ({ number, date })).sort((one, other) => one.number - other.number);
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.01, items: 2 })
  @FieldResolver(() => [PaperResult], { description: 'Results that tables state of the paper, as written, each once.' })
  async results(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<object[]> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const all = records.flatMap(({ said }) => said.results.map(({ value }) => value));
    const distinct = new Map(all.map((result) => [JSON.stringify(result), result]));
    return [...distinct.values()].map((result) => ({ ...result, topic: () => loaders.topicByName.load(result.task) }));
  }

  @Cost({ once: 0.3, each: 0.1 })
  @FieldResolver(() => PaperVotes, {
    nullable: true,
    description: 'The most votes that a record states; null when none does. They are told, and enter no score.',
  })
  async votes(@Root() { pk }: Paper, @Ctx() { loaders }: Context): Promise<PaperVotes | null> {
    const records = await loaders.recordsOfPaper.load(pk, null);
    const all = records.flatMap(({ said: { votes, place } }) =>
      votes === null ? [] : [{ count: votes.value, day: place?.value.day ?? null }],
    );
    return all.reduce<PaperVotes | null>((most, votes) => (most && most.count >= votes.count ? most : votes), null);
  }
}
