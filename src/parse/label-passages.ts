import { bestReading, type Reading, type ReadPassage } from './best-reading';
import { type LabelledPassage, LabelModel } from './label-model';
import { readFeatures, readHeadFeatures } from './read-features';
import type { Passage } from './split-passages';

/** Labels settle after two or three rounds; the bound only guards against two readings that take turns. */
const ROUNDS = 6;

/** A file's passages with their labels. */
export interface Labelling {
  readings: Reading[];
  /**
   * Logarithm of how much likelier the file is as a digest than as plain prose, by what is known of digests in
   * general: below zero it is none.
   */
  digestOdds: number;
}

/**
 * Tells titles, paragraphs and headers apart by the structure of the whole file: first by what titles and abstracts
 * are like in general, then, over again until nothing changes, by what they are like in this file.
 */
export function labelPassages(passages: readonly Passage[]): Labelling {
  const read = passages.map((passage): ReadPassage => {
    const lineEnd = passage.text.indexOf('\n');
    const head = lineEnd === -1 ? null : readHeadFeatures(passage.text.slice(0, lineEnd));
    return { ...passage, features: readFeatures(passage.text), head };
  });
  const first = bestReading(read, new LabelModel());
  let { readings } = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bestReading(read, new LabelModel(labelled(read, readings))).readings;
    const isSettled =
      next.length === readings.length && next.every((one, index) => one.label === readings[index]?.label);
    readings = next;
    if (isSettled) break;
  }
  return { readings, digestOdds: first.odds };
}

/** The titles and paragraphs of a reading, with the steps that led to them. */
function labelled(passages: readonly ReadPassage[], readings: readonly Reading[]): LabelledPassage[] {
  return readings.flatMap(({ label, first }, index): LabelledPassage[] => {
    const passage = passages[first];
    if (!passage || label === 'header') return [];
    const before = readings[index - 1]?.label;
    const isContinued = readings[index + 1]?.label === 'paragraph';
    const { features, head, gap } = passage;
    const entry = before === undefined || before === 'header' ? null : 'toNextPaper';
    if (label === 'title') return [{ features, isTitle: true, step: entry, gap, isContinued }];
    if (label === 'titleAndParagraph' && head !== null) {
      return [
        { features: head, isTitle: true, step: entry, gap, isContinued: true },
        { features, isTitle: false, step: 'titleToParagraph', gap: 0, isContinued },
      ];
    }
    const step = before === 'title' ? 'titleToParagraph' : 'paragraphToParagraph';
    return [{ features, isTitle: false, step, gap, isContinued }];
  });
}
