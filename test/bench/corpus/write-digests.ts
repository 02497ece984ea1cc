import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadePaper, makePapers } from './make-papers';
import { createRandom, integer } from './random';
import { readSourceText } from './source-text';

const SEED = 20_250_311;
/** A digest holds so many new papers, or more where the days since 1998 would not do. */
const USUAL_DAY = 50;
const MOST_DAYS = 9_900;
/** So many papers at most stay from one day to the next. */
const MOST_THAT_STAY = 3;
const LAST_DAY = Date.UTC(2025, 2, 10);
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Writes digest files with so many different papers in all, one digest a day up to 10 March 2025: the same bytes each
 * time.
 *
 * @returns the names of the files in `folder`, oldest first
 */
export function writeDigests(folder: string, papers: number): string[] {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(SEED);
  const made = makePapers(random, readSourceText());
  const newADay = Math.max(USUAL_DAY, Math.ceil(papers / MOST_DAYS));
  const days = Math.ceil(papers / newADay);
  const files: string[] = [];
  let left = papers;
  let yesterday: MadePaper[] = [];
  for (let day = 0; day < days; day++) {
    const date = new Date(LAST_DAY - (days - 1 - day) * MILLISECONDS_A_DAY);
    const today = yesterday.slice(0, integer(random, MOST_THAT_STAY + 1));
    for (let added = Math.min(left, newADay); added > 0; added--, left--) {
      const place = integer(random, today.length + 1);
      today.splice(place, 0, made.next().value as MadePaper);
    }
    const file = `${date.toISOString().slice(0, 10)}.txt`;
    writeFileSync(join(folder, file), digestText(date, today));
    files.push(file);
    yesterday = today;
  }
  return files;
}

function digestText(date: Date, papers: readonly MadePaper[]): string {
  const label = date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const header = [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'byAK and the research community',
    label,
  ];
  return `${[...header, ...papers.flatMap(({ title, abstract }) => [title, abstract])].join('\n\n')}\n`;
}
