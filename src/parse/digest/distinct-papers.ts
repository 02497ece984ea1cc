import { type Mention, printedIdentity } from '../sameness/mention';
import { groupMentions } from '../sameness/same-paper';
import { titleKey } from '../sameness/title';
import type { DigestEntry, ParsedDigest } from './digest';

/**
 * Keeps each paper of a digest once, at the place of its first title; what is printed again is told in `repeats`. Two
 * entries are one paper by their titles and texts, as `groupMentions` has it.
 * Ranks count every printed entry. An abstract, authors or an identifier that only a repeat has are kept.
 */
export function distinctPapers(printed: readonly DigestEntry[]): Pick<ParsedDigest, 'entries' | 'repeats'> {
  const entries: ParsedDigest['entries'] = [];
  const repeats: ParsedDigest['repeats'] = [];
  for (const group of papersOf(printed)) {
    const [first, ...others] = group as [(typeof group)[number], ...typeof group];
    const { title, line, rank } = first;
    const [abstract, authors, arxivId] = [
      firstOf(group, 'abstract'),
      firstOf(group, 'authors'),
      firstOf(group, 'arxivId'),
    ];
    entries.push({ title, abstract, authors, arxivId, line, rank });
    for (const repeat of others) repeats.push({ title: repeat.title, line: repeat.line, firstLine: line });
  }
  entries.sort((one, other) => one.rank - other.rank);
  repeats.sort((one, other) => one.line - other.line);
  return { entries, repeats };
}

/** What the first of some entries that has it says. */
function firstOf<Key extends 'abstract' | 'authors' | 'arxivId'>(
  entries: readonly DigestEntry[],
  key: Key,
): DigestEntry[Key] | null {
  return entries.find((entry) => entry[key] !== null)?.[key] ?? null;
}

function papersOf(printed: readonly DigestEntry[]) {
  const byKey = new Map<string, (DigestEntry & Mention & { rank: number })[]>();
  for (const [index, entry] of printed.entries()) {
    // Within one digest a paper may come twice, so each entry counts as a digest of its own.
    const key = titleKey(entry.title);
    const printing = {
      ...entry,
      ...printedIdentity(entry),
      titleKey: key,
      year: null,
      rank: index + 1,
      digestPk: index,
    };
    const known = byKey.get(key);
    if (known) known.push(printing);
    else byKey.set(key, [printing]);
  }
  return [...byKey.values()].flatMap((printings) => groupMentions(printings));
}
