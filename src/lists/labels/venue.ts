import { foldedWords } from './folded-words';
import { beginningWith, type LabelRange, labelOf } from './label';

/** What proceedings have in front of the name of a conference: `Proceedings of the 41st Annual …`, `2026 …`, `In: …`. */
const BEFORE_NAME = /^(?:proceedings|proc|of|the|in|annual|\d+(?:st|nd|rd|th)?)$/;

/** The label of a journal, book or conference; null for a name without letters. */
export function venueLabel(venue: string): string | null {
  const name = nameIn(venue);
  return name === null ? null : labelOf('VENUE', name);
}

/** The labels of the venues whose names begin with these words; null where there are none. */
export function venueRanges(venue: string): LabelRange[] | null {
  const name = nameIn(venue);
  if (name === null) return null;
  const label = labelOf('VENUE', name);
  return [{ is: label }, beginningWith(`${label} `)];
}

function nameIn(venue: string): string | null {
  const words = foldedWords(venue);
  const from = words.findIndex((word) => !BEFORE_NAME.test(word));
  const name = words.slice(Math.max(0, from)).join(' ');
  return name === '' ? null : name;
}
