import type { DigestEntry, ParsedDigest } from './digest';
import { groupPrintings } from './sameness/group-printings';
import { titleKey } from './sameness/title';

/**
 * Keeps each paper of a digest once, at the place of its first title; what is printed again is told in `repeats`. Two
 * entries are one paper by their titles and texts, as `groupPrintings` has it.
 * Ranks count every printed entry. An abstract that only a repeat has is kept.
 */
export function distinctPapers(printed: readonly DigestEntry[]): Pick<ParsedDigest, 'entries' | 'repeats'> {
  const entries: ParsedDigest['entries'] = [];
  const repeats: ParsedDigest['repeats'] = [];
  for (const group of papersOf(printed)) {
    const [first, ...others] = group as [(typeof group)[number], ...typeof group];
    const abstract = group.find((printing) => printing.abstract !== null)?.abstract ?? null;
    entries.push({ title: first.title, abstract, line: first.line, rank: first.rank });
    for (const { title, line } of others) repeats.push({ title, line, firstLine: first.line });
  }
  entries.sort((one, other) => one.rank - other.rank);
  repeats.sort((one, other) => one.line - other.line);
  return { entries, repeats };
}

function papersOf(printed: readonly DigestEntry[]) {
  const byKey = new Map<string, (DigestEntry & { rank: number; digestPk: number })[]>();
  for (const [index, entry] of printed.entries()) {
    // Within one digest a paper may come twice, so each entry counts as a digest of its own.
    const printing = { ...entry, rank: index + 1, digestPk: index };
    const key = titleKey(entry.title);
    const known = byKey.get(key);
    if (known) known.push(printing);
    else byKey.set(key, [printing]);
  }
  return [...byKey.values()].flatMap((printings) => groupPrintings(printings));
}
