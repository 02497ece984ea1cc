/** The formats that papers go out in, by the ending of their files. */
export const EXPORT_FORMATS = ['bib', 'json', 'ris', 'md', 'csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file in each format is, as it stands in `Content-Type`. */
export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** Whether a text names a format. */
export function isExportFormat(text: string): text is ExportFormat {
  return (EXPORT_FORMATS as readonly string[]).includes(text);
}

/** The formats in the words of people: `bib, json or csv`. */
export function formatNames(): string {
  return EXPORT_FORMATS.join(', ').replace(/, (?=\w+$)/, ' or ');
}
