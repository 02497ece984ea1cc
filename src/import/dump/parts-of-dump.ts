import type { PaperText } from '../../extract/text/field';
import type { DumpedDigest, DumpedEntry, DumpedRecord, DumpedSource, DumpItem } from '../../parse/dump/dump';

/** What is to be done for some lines of an export. */
export type DumpStep =
  | { do: 'PLACE_DIGEST'; digest: DumpedDigest; entries: DumpedEntry[]; isWhole: boolean }
  | { do: 'PLACE_RECORDS'; source: DumpedSource; records: DumpedRecord[] }
  /** All records of the source were placed before. */
  | { do: 'CLOSE_SOURCE'; source: DumpedSource; isWhole: boolean };

/** What one transaction stores. */
export interface DumpPart {
  steps: DumpStep[];
  /** Lines that it is made of. */
  lines: number;
}

/**
 * Parts an export into what one transaction stores: so many entries and records at most, but for a digest that has more. What
 * follows a damaged line is not whole: what else is stored of it stays.
 *
 * @param isWhole whether the export holds all of a corpus
 * @param broken is told of the lines that cannot be read
 */
export async function* partsOf(
  items: AsyncIterable<DumpItem>,
  isWhole: boolean,
  broken: string[],
  atATime: number,
): AsyncGenerator<DumpPart> {
  let part: DumpPart = { steps: [], lines: 0 };
  let said = 0;
  let digest: { is: DumpedDigest; entries: DumpedEntry[]; brokenBefore: number } | null = null;
  let source: { is: DumpedSource; records: DumpedRecord[]; brokenBefore: number } | null = null;
  const isWholeSince = (brokenBefore: number): boolean => isWhole && broken.length === brokenBefore;
  const endDigest = (): void => {
    if (digest) {
      const { is, entries, brokenBefore } = digest;
      part.steps.push({ do: 'PLACE_DIGEST', digest: is, entries, isWhole: isWholeSince(brokenBefore) });
    }
    digest = null;
  };
  const endRecords = (): void => {
    if (!source || source.records.length === 0) return;
    part.steps.push({ do: 'PLACE_RECORDS', source: source.is, records: source.records });
    source.records = [];
  };
  const endSource = (): void => {
    endRecords();
    if (source) part.steps.push({ do: 'CLOSE_SOURCE', source: source.is, isWhole: isWholeSince(source.brokenBefore) });
    source = null;
  };
  const take = (): DumpPart => {
    const taken = part;
    part = { steps: [], lines: 0 };
    said = 0;
    return taken;
  };
  for await (const item of items) {
    part.lines += 1;
    const brokenBefore = broken.length;
    switch (item.kind) {
      case 'DIGEST':
        endDigest();
        if (said >= atATime) yield take();
        digest = { is: item.digest, entries: [], brokenBefore };
        break;
      case 'ENTRY':
        said += 1;
        digest?.entries.push(item.entry);
        break;
      case 'SOURCE':
        endDigest();
        endSource();
        source = { is: item.source, records: [], brokenBefore };
        break;
      case 'RECORD':
        said += 1;
        source?.records.push(item.record);
        if (said < atATime) break;
        endRecords();
        yield take();
        break;
      case 'BROKEN':
        broken.push(item.problem);
        break;
      case 'END':
        break;
    }
  }
  endDigest();
  endSource();
  if (part.lines > 0) yield take();
}

/** The texts that a part says of papers. */
export function textsOf({ steps }: DumpPart): PaperText[] {
  return steps.flatMap((step): PaperText[] => {
    if (step.do === 'PLACE_DIGEST') return step.entries.map(({ title, abstract }) => ({ title, abstract }));
    if (step.do === 'CLOSE_SOURCE') return [];
    return step.records.map(({ record }) => ({ title: record.title.value, abstract: record.abstract?.value ?? null }));
  });
}
