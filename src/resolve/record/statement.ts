import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { StoredRecord } from '../../lists/look-up/records';
import type { Stated } from '../../parse/records/record';
import type { Paper } from '../../store/entities/paper/paper';

export const PaperFactEnum = {
  TITLE: 'TITLE',
  ABSTRACT: 'ABSTRACT',
  AUTHOR: 'AUTHOR',
  IDENTIFIER: 'IDENTIFIER',
  PUBLISHED_ON: 'PUBLISHED_ON',
  VENUE: 'VENUE',
  CATEGORY: 'CATEGORY',
  KEYWORD: 'KEYWORD',
  VERSION: 'VERSION',
  WITHDRAWN: 'WITHDRAWN',
  LINK: 'LINK',
  VOTES: 'VOTES',
  PLACE: 'PLACE',
  RESULT: 'RESULT',
} as const;
type PaperFact = keyof typeof PaperFactEnum;

registerEnumType(PaperFactEnum, {
  name: 'PaperFact',
  description: 'What a statement is about.',
  valuesConfig: {
    TITLE: { description: 'The title.' },
    ABSTRACT: { description: 'The abstract.' },
    AUTHOR: { description: 'One of the authors.' },
    IDENTIFIER: { description: 'An identifier, as `SCHEME:value`.' },
    PUBLISHED_ON: { description: 'When it was published: `2026`, `2026-05` or `2026-05-13`.' },
    VENUE: { description: 'The journal, book or conference.' },
    CATEGORY: { description: 'A category of arXiv.' },
    KEYWORD: { description: 'A word that the source files it under: a keyword, a task, a method, a field.' },
    VERSION: { description: 'A version on arXiv: its number, and its day if that is stated.' },
    WITHDRAWN: { description: 'That it was withdrawn or retracted.' },
    LINK: { description: 'An address: of code, of a page, of where it can be read.' },
    VOTES: { description: 'How many votes it had when the record was made.' },
    PLACE: { description: "A day's list, and its place there." },
    RESULT: { description: 'A row of a table of results: task, data set, metric, value, model.' },
  },
});

@ObjectType('Statement', {
  simpleResolvers: true,
  description: 'A value that a source states: the evidence of a fact that stands in no text.',
})
export class Statement {
  @Field(() => PaperFactEnum, { description: 'What it is about.' })
  fact!: PaperFact;

  @Field(() => String, { description: 'The value as it was understood.' })
  value!: string;

  @Field(() => String, {
    description:
      "The field in the source's own words, with the way to it where it lies deeper: `eprint`, `paper.githubRepo`, `AU`.",
  })
  field!: string;

  @Field(() => String, { description: 'The value as it stands there, at most 1,000 UTF-16 units of it.' })
  asWritten!: string;

  @Field(() => Boolean, {
    description: 'Whether the paper shows it: of sources that differ the first by precedence counts.',
  })
  isShown!: boolean;
}

/** Everything that a record states, in the order of the facts. */
export function statementsIn({ said }: StoredRecord, paper: Paper | null): Statement[] {
  const names = new Set(paper?.authors?.map(({ name }) => name));
  const identifiers = new Set([`ARXIV:${paper?.arxivId}`, `DOI:${paper?.doi}`]);
  return [
    ...tell('TITLE', [said.title], String, (title) => title === paper?.title),
    ...tell('ABSTRACT', listed(said.abstract), String, (text) => text === paper?.abstract),
    ...tell(
      'AUTHOR',
      said.authors,
      ({ name }) => name,
      (name) => names.has(name),
    ),
    ...tell(
      'IDENTIFIER',
      said.identifiers,
      ({ scheme, value }) => `${scheme}:${value}`,
      (key) => identifiers.has(key) || !/^(?:ARXIV|DOI):/.test(key),
    ),
    ...tell('PUBLISHED_ON', listed(said.publishedOn), String, (day) => day === paper?.publishedOn),
    ...tell('VENUE', listed(said.venue), String, (venue) => venue === paper?.venue),
    ...tell('CATEGORY', said.categories, String, (category) => paper?.categories?.includes(category) ?? false),
    ...tell('KEYWORD', said.keywords, String),
    ...tell('VERSION', said.versions, ({ number, date }) => (date === null ? `v${number}` : `v${number} ${date}`)),
    ...tell('WITHDRAWN', listed(said.isWithdrawn), String),
    ...tell('LINK', said.links, ({ url }) => url),
    ...tell('VOTES', listed(said.votes), String),
    ...tell('PLACE', listed(said.place), ({ day, rank }) => `${day}, ${rank}`),
    ...tell('RESULT', said.results, ({ task, dataset, metric, value, model }) =>
      [task, dataset, metric, value, model].join('; '),
    ),
  ];
}

function listed<Value>(stated: Stated<Value> | null): Stated<Value>[] {
  return stated === null ? [] : [stated];
}

function tell<Value>(
  fact: PaperFact,
  stated: readonly Stated<Value>[],
  toText: (value: Value) => string,
  isShown: (text: string) => boolean = () => true,
): Statement[] {
  return stated.map(({ value, field, asWritten }) => {
    const text = toText(value);
    return { fact, value: text, field, asWritten, isShown: isShown(text) };
  });
}
