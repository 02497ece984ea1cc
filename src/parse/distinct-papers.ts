import type { DigestEntry, ParsedDigest } from './digest';
import { slugify } from './slugify';

/**
 * Keeps each paper of a digest once, at the place of its first title; what is printed again is told in `repeats`. Two
 * titles with the same slug are the same paper.
 * Ranks count every printed entry. An abstract, authors or an identifier that only the repeat has are kept.
 */
export function distinctPapers(printed: readonly DigestEntry[]): Pick<ParsedDigest, 'entries' | 'repeats'> {
  const entries: ParsedDigest['entries'] = [];
  const repeats: ParsedDigest['repeats'] = [];
  const firstOf = new Map<string, DigestEntry>();
  for (const [index, entry] of printed.entries()) {
    const key = slugify(entry.title);
    const first = firstOf.get(key);
    if (first === undefined) {
      const ranked = { ...entry, rank: index + 1 };
      entries.push(ranked);
      firstOf.set(key, ranked);
    } else {
      first.abstract ??= entry.abstract;
      first.authors ??= entry.authors;
      first.arxivId ??= entry.arxivId;
      repeats.push({ title: entry.title, line: entry.line, firstLine: first.line });
    }
  }
  return { entries, repeats };
}
