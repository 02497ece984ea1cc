import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { licenceOf } from '../../import/records/licences';
import type { StoredRecord } from '../../lists/look-up/records';
import { IDENTIFIER_SCHEMES, type IdentifierScheme } from '../../parse/records/record';
import { RECORD_FORMATS, type RecordFormat } from '../../parse/records/tell-format';
import { identifierKey } from '../../parse/sameness/mention';
import { DateTimeScalar } from '../../store/entities/scalars';
import type { Context } from '../context';
import { Cost } from '../cost';
import { Statement, statementsIn } from './statement';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Each in Name]: Each };

export const RecordFormatEnum = namesOf(RECORD_FORMATS);
registerEnumType(RecordFormatEnum, {
  name: 'RecordFormat',
  description: 'The format of a source, told by its content.',
  valuesConfig: {
    HUB_DAILY: { description: "The hub's daily papers, as its API answers." },
    PAPERS_WITH_CODE_PAPERS: { description: "Papers with Code's dump of papers with abstracts." },
    PAPERS_WITH_CODE_LINKS: { description: "Papers with Code's dump of links between papers and code." },
    PAPERS_WITH_CODE_EVALUATION_TABLES: { description: "Papers with Code's dump of evaluation tables." },
    PAPERS_WITH_CODE_METHODS: { description: "Papers with Code's dump of methods." },
    ARXIV_JSON: { description: "The snapshot of arXiv's metadata, as JSON Lines." },
    ARXIV_ATOM: { description: "An answer of arXiv's API." },
    ARXIV_OAI: { description: "An answer of arXiv's OAI-PMH interface." },
    OPENALEX: { description: 'Works of OpenAlex.' },
    SEMANTIC_SCHOLAR: { description: 'Papers of Semantic Scholar.' },
    CROSSREF: { description: 'Works of Crossref.' },
    CSL_JSON: { description: 'CSL-JSON, as reference managers write it.' },
    DBLP: { description: 'Records of DBLP.' },
    BIBTEX: { description: 'BibTeX, as people and reference managers write it.' },
    RIS: { description: 'RIS, as reference managers export it.' },
    CSV: { description: 'A table with a head.' },
  } satisfies Record<RecordFormat, { description: string }>,
});

const SCHEMES: Record<IdentifierScheme, { description: string }> = {
  ARXIV: { description: 'The arXiv identifier, without version.' },
  DOI: { description: 'The DOI, in lower case.' },
  OPENREVIEW: { description: 'The identifier of a forum on OpenReview.' },
  ACL: { description: 'The identifier in the ACL Anthology.' },
  SEMANTIC_SCHOLAR: { description: 'The identifier at Semantic Scholar.' },
  OPENALEX: { description: 'The identifier at OpenAlex.' },
  PAPERS_WITH_CODE: { description: 'The address at Papers with Code.' },
  DBLP: { description: 'The key in DBLP.' },
  PUBMED: { description: 'The identifier at PubMed.' },
};

export const IdentifierSchemeEnum = namesOf(IDENTIFIER_SCHEMES);
registerEnumType(IdentifierSchemeEnum, {
  name: 'IdentifierScheme',
  description: 'Whose identifier it is; what tells most of a paper first.',
  valuesConfig: SCHEMES,
});

const RECORD_MATCHES = [...IDENTIFIER_SCHEMES, 'TITLE'] as const;
export type RecordMatch = (typeof RECORD_MATCHES)[number];
export const RecordMatchEnum = namesOf(RECORD_MATCHES);
registerEnumType(RecordMatchEnum, {
  name: 'RecordMatch',
  description: 'By what a record is known to be of the same paper as another.',
  valuesConfig: {
    ...SCHEMES,
    TITLE: {
      description: 'The title, together with text, or first author and year, or as the only paper of that title.',
    },
  },
});

/** A file of records. */
@ObjectType('RecordSource', {
  simpleResolvers: true,
  description: 'A file that was imported, as far as it says things of papers.',
})
export class RecordSource {
  @Field(() => String, { description: 'The name of the file, without folders.' })
  file!: string;

  @Field(() => RecordFormatEnum, { description: 'Its format.' })
  format!: RecordFormat;

  @Field(() => DateTimeScalar, { description: 'When its import began, the last time.' })
  importedAt!: string;

  @Field(() => Boolean, {
    description: 'Whether all of it is there: false while it is imported, and when that was broken off.',
  })
  isComplete!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The SPDX identifier of the licence under which data in this format are published, e.g. CC-BY-SA-4.0; null where that is not known.',
  })
  licence!: string | null;
}

/** GraphQL face of a stored record. */
@ObjectType('PaperRecord', { description: 'What one source says of a paper, as it came.' })
export class PaperRecord {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  number!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The line on which it begins, from 1; null in a format without lines.',
  })
  line!: number | null;
}

@Resolver(() => PaperRecord)
export class PaperRecordResolver {
  @FieldResolver(() => RecordSource, { description: 'Where it stands.' })
  source(@Root() { file, format, importedAt, isComplete }: StoredRecord): RecordSource {
    return { file, format, importedAt, isComplete: isComplete === 1, licence: licenceOf(format)?.name ?? null };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The source's own key, such as that of a BibTeX entry; null where it has none.",
  })
  key(@Root() { said }: StoredRecord): string | null {
    return said.key;
  }

  @Cost({ once: 0.2, each: 0.1 })
  @FieldResolver(() => [RecordMatchEnum], {
    description:
      'By what it is of this paper: what it has in common with another record or digest of it; empty of the only one there is.',
  })
  async joinedBy(@Root() record: StoredRecord, @Ctx() { loaders }: Context): Promise<RecordMatch[]> {
    const [records, printed] = await Promise.all([
      loaders.recordsOfPaper.load(record.paperPk, null),
      loaders.printedArxivIdsOfPaper.load(record.paperPk, null),
    ]);
    const others = records.filter((other) => other.pk !== record.pk);
    return others.length + printed.length === 0 ? [] : matchesOf(record, others, printed);
  }

  @Cost({ once: 0.2, each: 0.1, item: 0.01, items: 20 })
  @FieldResolver(() => [Statement], {
    description: 'Each value that it states, with the field in which it stands there.',
  })
  async statements(@Root() record: StoredRecord, @Ctx() { loaders }: Context): Promise<Statement[]> {
    return statementsIn(record, await loaders.paperByPk.load(record.paperPk));
  }
}

function matchesOf(
  { said }: StoredRecord,
  others: readonly StoredRecord[],
  printed: readonly (string | null)[],
): RecordMatch[] {
  const known = new Set([
    ...others.flatMap((other) => other.said.identifiers.map(({ value }) => identifierKey(value))),
    ...printed.flatMap((value) => (value === null ? [] : identifierKey({ scheme: 'ARXIV', value }))),
  ]);
  const common = said.identifiers.filter(({ value }) => known.has(identifierKey(value)));
  const schemes = [...new Set(common.map(({ value }) => value.scheme))];
  return schemes.length > 0 ? schemes : ['TITLE'];
}
