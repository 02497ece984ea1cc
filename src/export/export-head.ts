import sql from 'sql-template-tag';
import { licenceOf } from '../import/records/licences';
import { readCorpus } from '../lists/corpus';
import type { RecordFormat } from '../parse/records/tell-format';
import { type Db, run } from '../store/sql';
import { type ExportFilter, isEverything } from './export-filter';

/** What an export says of itself before all else. */
export interface ExportHead {
  /** Version of the corpus that it is made from. */
  corpusVersion: number;
  /** When the corpus became that version, in UTC; null of an empty one. */
  updatedAt: string | null;
  /** The kinds of sources that the corpus was made of beside digests, each once. */
  sources: SourceKind[];
  filter: ExportFilter;
}

/** A kind of sources, and the licence that its data are under. */
export interface SourceKind {
  format: RecordFormat;
  /** SPDX identifier; null where it is not known. */
  licence: string | null;
  isShareAlike: boolean;
}

/** Reads what there is to say of an export; of the same corpus it is the same. */
export async function readExportHead(db: Db, filter: ExportFilter): Promise<ExportHead> {
  const { version, updatedAt } = await readCorpus(db);
  const formats = await run<{ format: RecordFormat }>(db, sql`select distinct format from source order by format`);
  const sources = formats.map(({ format }): SourceKind => {
    const licence = licenceOf(format);
    return { format, licence: licence?.name ?? null, isShareAlike: licence?.isShareAlike ?? false };
  });
  return { corpusVersion: version, updatedAt, sources, filter };
}

/** The licences that the data of sources are under, each once. */
export function licencesOf({ sources }: ExportHead): string[] {
  return [...new Set(sources.flatMap(({ licence }) => licence ?? []))];
}

/** The head in sentences for people, a line each. */
export function headLines(head: ExportHead): string[] {
  const { corpusVersion, updatedAt, sources, filter } = head;
  const day = updatedAt === null ? '' : ` of ${updatedAt.slice(0, 'YYYY-MM-DD'.length)}`;
  const topics = filter.topics.length === 0 ? [] : [`under ${filter.topics.join(' or ')}`];
  const since = filter.since === null ? [] : [`first seen since ${filter.since}`];
  const shown = isEverything(filter) ? 'all papers' : `papers ${[...topics, ...since].join(', ')}`;
  return [
    `Offprint, corpus version ${corpusVersion}${day}: ${shown}`,
    ...sources.map(
      ({ format, licence, isShareAlike }) =>
        `Source: ${format}, ${licence ?? 'licence not known'}${isShareAlike ? ', to be passed on under the same terms' : ''}`,
    ),
  ];
}
