import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { abstractWith, digestText } from './digest-text';

const SUBJECTS = [
  'federated learning',
  'neural collapse',
  'knowledge distillation',
  'diffusion models',
  'transfer learning',
];

/** An entry of a page that says something of a topic and, now and then, links to a repository. */
function entry(number: number, words: string): [string, string] {
  const subject = SUBJECTS[number % SUBJECTS.length];
  const code = number % 3 === 0 ? `Code: https://github.com/acme/widget-${number % 6}.` : '';
  return [`Widgets of the Kind Number ${number}`, abstractWith(`We use ${subject}, ${words}. ${code}`)];
}

/**
 * Files of digests, each of which adds papers, words some of the earlier ones anew and leaves others alone.
 *
 * @param papers how many each file after the first one holds; the first holds one
 */
export function writePages(files: number, papers: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-pages-'));
  return Array.from({ length: files }, (_, file) => {
    const first = file === 0 ? 0 : ((file - 1) * papers) / 2;
    const entries = Array.from({ length: file === 0 ? 1 : papers }, (_, place) =>
      entry(first + place, `in state ${file}`),
    );
    const path = join(folder, `2025-01-${String(file + 1).padStart(2, '0')}.txt`);
    writeFileSync(path, digestText(`Jan ${file + 1}`, entries));
    return path;
  });
}
