import { countRepeats } from '../passages/repeats';
import type { Passage } from '../passages/split-passages';
import { bestReading, type Reading, type ReadPassage } from './best-reading';
import { type LabelledPassage, LabelModel } from './label-model';
import { type Label, LONG, type Place, PRIOR_HAS_ABSTRACT, type Step } from './label-priors';
import { type Features, readFeatures, readHeadFeatures } from './read-features';

/** Labels settle after two or three rounds; the bound only guards against two readings that take turns. */
const ROUNDS = 6;
/** Logarithms of likelihoods are below zero: another reading has to be likelier by a tenth of them. */
const MARGIN = 0.9;

/** A file's passages with their labels. */
export interface Labelling {
  readings: Reading[];
  /**
   * Logarithm of how much likelier the file is as a digest than as plain prose, by what is known of digests in
   * general: below zero it is none.
   */
  digestOdds: number;
  /** Passages of which it is not sure that they are what they were taken for. */
  doubts: Passage[];
}

/**
 * Tells titles, authors, paragraphs, headers and furniture apart by the structure of the whole file: first by what titles and abstracts
 * are like in general, then, over again until nothing changes, by what they are like in this file. Where both are unlike
 * what is known of them, that they take turns tells them apart: the likelier of both readings counts.
 */
export function labelPassages(passages: readonly Passage[]): Labelling {
  const repeats = countRepeats(passages);
  const features = passages.map(({ text }, index) => readFeatures(text, repeats[index]));
  const tails = findTails(passages, features);
  const read = passages.map((passage, index): ReadPassage => {
    const lineEnd = passage.text.indexOf('\n');
    const head = lineEnd === -1 ? null : readHeadFeatures(passage.text.slice(0, lineEnd));
    return { ...passage, features: { ...(features[index] as Features), tail: tails[index] ?? null }, head };
  });
  const first = bestReading(read, new LabelModel());
  const fitted = settle(read, first.readings);
  const turns = alternate(fitted.readings);
  const other = haveSameLabels(turns, fitted.readings) ? fitted : settle(read, turns);
  const { readings, model } = other.likelihood > fitted.likelihood * MARGIN ? other : fitted;
  return { readings, digestOdds: first.odds, doubts: doubtsOf(read, readings, model) };
}

/** For each passage, whether it stands below the last long one of its page (1 or 0); null where no passage is long. */
function findTails(passages: readonly Passage[], features: readonly Features[]): (number | null)[] {
  const isLong = features.map(({ length }) => length !== null && length >= LONG);
  if (!isLong.includes(true)) return passages.map(() => null);
  const tails: number[] = [];
  let isTail = true;
  for (let index = passages.length - 1; index >= 0; index -= 1) {
    if (isLong[index]) isTail = false;
    tails[index] = isTail ? 1 : 0;
    if (beginsPage(passages, index)) isTail = true;
  }
  return tails;
}

/** Whether a passage can be told to open a page's header before anything is labelled; a date or a byline opens many a thing. */
function beginsPage(passages: readonly Passage[], index: number): boolean {
  const kind = passages[index]?.header;
  return (
    kind === 'banner' || kind === 'heading' || (kind === 'subscribe' && (passages[index + 1]?.header ?? null) !== null)
  );
}

/** Reads over and over, each time by what the reading before makes of the file, until nothing changes. */
function settle(passages: readonly ReadPassage[], begin: Reading[]) {
  let readings = begin;
  let model = new LabelModel();
  let likelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    model = new LabelModel(labelled(passages, readings));
    const next = bestReading(passages, model);
    const isSettled = haveSameLabels(next.readings, readings);
    ({ readings, likelihood } = next);
    if (isSettled) break;
  }
  return { readings, model, likelihood };
}

function haveSameLabels(one: readonly Reading[], other: readonly Reading[]): boolean {
  return one.length === other.length && one.every(({ label }, index) => label === other[index]?.label);
}

/** A reading of which titles and paragraphs take turns; headers, authors and furniture stay what they are. */
function alternate(readings: readonly Reading[]): Reading[] {
  let last: Reading['label'] = 'paragraph';
  return readings.flatMap((reading): Reading[] => {
    const { label, first, end } = reading;
    if (label === 'header') last = 'paragraph';
    if (label !== 'title' && label !== 'paragraph') return [reading];
    last = last === 'title' ? 'paragraph' : 'title';
    return [{ label: last, first, end }];
  });
}

/** Logarithm of how much likelier one reading of a passage must be than the other to be sure. */
const SURE = 1.5;

/**
 * What is not sure: a title without an abstract that might as well be furniture or a sentence, and furniture that might
 * as well be a title or a sentence. Where an abstract follows, it says what the title is.
 */
function doubtsOf(passages: readonly ReadPassage[], readings: readonly Reading[], model: LabelModel): Passage[] {
  const doubts: Passage[] = [];
  // Where most papers have abstracts, what is believed in general counts: nearly all have.
  const labels = readings.map(({ label }) => label);
  const titles = labels.filter((label) => label === 'title').length;
  const isList = titles > 2 * labels.filter((label) => label === 'paragraph').length;
  const without = isList ? 0 : Math.log(1 - PRIOR_HAS_ABSTRACT);
  let title: ReadPassage | undefined;
  const close = (): void => {
    if (title) {
      const other = Math.max(0, model.oddsOutside(title.features));
      if (model.odds('title', title.features) + without - other < SURE) doubts.push(title);
    }
    title = undefined;
  };
  for (const { label, first } of readings) {
    const passage = passages[first];
    if (!passage) continue;
    if (label === 'furniture') {
      const other = Math.max(0, model.odds('title', passage.features));
      if (model.oddsOutside(passage.features) < other) doubts.push(passage);
    } else if (label === 'paragraph') {
      title = undefined;
    } else if (label !== 'authors') {
      close();
      if (label === 'title') title = passage;
    }
  }
  close();
  return doubts;
}

/** The passages of a reading, headers aside, with the steps that led to them. */
function labelled(passages: readonly ReadPassage[], readings: readonly Reading[]): LabelledPassage[] {
  const seen: LabelledPassage[] = [];
  let place: Place = 'begin';
  /** The title or paragraph that was read last, until it is known what follows it. */
  let open: LabelledPassage | undefined;
  const add = (features: Features, label: Label, step: Step | null, gap: number): LabelledPassage => {
    const passage: LabelledPassage = { features, label, place, step, gap, isContinued: null };
    seen.push(passage);
    return passage;
  };
  const follow = (next: LabelledPassage | undefined, isContinued: boolean): void => {
    if (open) open.isContinued = isContinued;
    open = next;
  };
  for (const { label, first } of readings) {
    const passage = passages[first];
    if (!passage) continue;
    const { features, head, gap } = passage;
    const entry = place === 'start' || place === 'begin' ? null : 'toNextPaper';
    if (label === 'header') {
      follow(undefined, false);
      place = 'start';
    } else if (label === 'furniture') {
      add(features, label, first === 0 ? null : 'toFurniture', gap);
      if (place === 'paragraph') {
        follow(undefined, false);
        place = 'after';
      } else if (place === 'title') {
        place = 'below';
      } else if (place === 'start') {
        place = 'begin';
      }
    } else if (label === 'authors') {
      add(features, label, 'titleToAuthors', gap);
      place = 'title';
    } else if (label === 'title') {
      follow(add(features, 'title', entry, gap), false);
      place = 'title';
    } else if (label === 'titleAndParagraph') {
      follow(add(head ?? features, 'title', entry, gap), false);
      place = 'title';
      follow(add(features, 'paragraph', 'titleToParagraph', 0), true);
      place = 'paragraph';
    } else {
      const step = place === 'paragraph' ? 'paragraphToParagraph' : 'titleToParagraph';
      follow(add(features, 'paragraph', step, gap), true);
      place = 'paragraph';
    }
  }
  follow(undefined, false);
  return seen;
}
