import { type Mention, printedIdentity } from '../sameness/mention';
import { groupMentions } from '../sameness/same-paper';
import { titleKey } from '../sameness/title';
import type { DigestEntry, ParsedDigest } from './digest';

/** An entry, and what tells which paper it is of. */
type Printed = DigestEntry & Mention & { rank: number };

/**
 * Keeps each paper of a digest once, at the place of its first title; what is printed again is told in `repeats`. Two
 * entries are one paper by their titles and texts, as `groupMentions` has it; not by a title alone, which may be that of two
 * papers, unless the digest lists its titles.
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

function papersOf(printed: readonly DigestEntry[]): Printed[][] {
  const printings = printed.map(
    (entry, index): Printed => ({
      ...entry,
      ...printedIdentity(entry),
      titleKey: titleKey(entry.title),
      year: null,
      rank: index + 1,
      // Within one digest a paper may come twice, so each entry counts as a digest of its own.
      digestPk: index,
    }),
  );
  const telling = new Set(printings.flatMap((printing) => (isTitleAlone(printing) ? [] : [printing.titleKey])));
  const isRepeatedAlone = (printing: Printed | undefined): boolean =>
    printing !== undefined && isTitleAlone(printing) && telling.has(printing.titleKey);
  const byKey = new Map<string, Printed[]>();
  for (const [index, printing] of printings.entries()) {
    // Titles in a row that all come with a text elsewhere are a list of what the digest holds.
    const isListed = isRepeatedAlone(printings[index - 1]) || isRepeatedAlone(printings[index + 1]);
    const key = `${printing.titleKey}${isRepeatedAlone(printing) && !isListed ? ' alone' : ''}`;
    const known = byKey.get(key);
    if (known) known.push(printing);
    else byKey.set(key, [printing]);
  }
  return [...byKey.values()].flatMap((group) => groupMentions(group));
}

function isTitleAlone({ abstract, identifiers, families }: Printed): boolean {
  return abstract === null && identifiers.length === 0 && families.length === 0;
}
