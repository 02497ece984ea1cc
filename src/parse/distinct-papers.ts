import type { DigestEntry, ParsedDigest } from './digest';

/**
 * Keeps each paper of a digest once, at the place of its first title; what is printed again is told in `repeats`.
 * Ranks count every printed entry. An abstract that only the repeat has is kept.
 */
export function distinctPapers(printed: readonly DigestEntry[]): Pick<ParsedDigest, 'entries' | 'repeats'> {
  const entries: ParsedDigest['entries'] = [];
  const repeats: ParsedDigest['repeats'] = [];
  const firstOf = new Map<string, DigestEntry>();
  for (const [index, entry] of printed.entries()) {
    const key = titleKey(entry.title);
    const first = firstOf.get(key);
    if (first === undefined) {
      const ranked = { ...entry, rank: index + 1 };
      entries.push(ranked);
      firstOf.set(key, ranked);
    } else {
      first.abstract ??= entry.abstract;
      repeats.push({ title: entry.title, line: entry.line, firstLine: first.line });
    }
  }
  return { entries, repeats };
}

/**
 * What two spellings of one title have in common: its letters and digits in lower case. `Deep  Nets!` and `deep nets`
 * are the same paper; a title without letters and digits is compared as it stands.
 */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? title : key;
}
