import type { ImportMeasure } from '../corpus/import-digests';
import { markdownTable, megabytes, readable } from '../table';

/** How the import of the made database went; in an earlier run where it was kept. */
export function importTable({ papers, seconds, peakBytes, day }: ImportMeasure): string {
  return markdownTable(
    ['import of digests', 'papers', 'seconds', 'papers/s', 'most memory, MB'],
    [
      [
        `\`offprint seed\`, ${day}`,
        String(papers),
        readable(seconds),
        readable(papers / seconds),
        megabytes(peakBytes),
      ],
    ],
  );
}
