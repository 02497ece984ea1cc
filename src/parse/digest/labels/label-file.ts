import type { Passage } from '../passages/split-passages';
import { findGluedNames, partNames } from './glued-names';
import { type Labelling, labelPassages } from './label-passages';

/** The passages of a file as they were parted, with their labels. */
export interface LabelledFile extends Labelling {
  passages: readonly Passage[];
}

/** Lines that are no authors after all may change what others are read as; so often that is looked at again. */
const ROUNDS = 3;

/**
 * Labels the passages of a file; names that are glued to a title are parted from it where they are read as authors then, and
 * stay the rest of the title where not.
 */
export function labelFile(passages: readonly Passage[]): LabelledFile {
  const joined = labelPassages(passages);
  let names = findGluedNames(passages, joined.readings);
  for (let round = 0; round < ROUNDS && names.size > 0; round += 1) {
    const parted = partNames(passages, names);
    const labelling = labelPassages(parted);
    const authors = new Set(
      labelling.readings.flatMap(({ label, first }) => (label === 'authors' ? [parted[first]?.line] : [])),
    );
    const kept = new Map([...names].filter(([, { line }]) => authors.has(line)));
    if (kept.size === names.size) return { passages: parted, ...labelling };
    names = kept;
  }
  return { passages, ...joined };
}
