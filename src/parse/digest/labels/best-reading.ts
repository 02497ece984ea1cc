import { type DatedHeading, datedHeadingOf } from '../passages/dated-heading';
import type { Passage } from '../passages/split-passages';
import type { LabelModel } from './label-model';
import {
  HEADER_ODDS,
  LONG,
  NAMED_WITHOUT_ABSTRACT,
  PAGE_BREAK,
  type Place,
  SHORT_HEADER,
  WRAPPED_BY_CHANCE,
} from './label-priors';
import type { Features } from './read-features';

/** A passage with its features; `head` are those of its first line, where it has several. */
export interface ReadPassage extends Passage {
  features: Features;
  head: Features | null;
}

/**
 * What a run of passages is: one title, the authors below it, one paragraph, one title with its paragraph, the lines of
 * one header, or one piece of furniture of a page.
 */
export interface Reading {
  label: (typeof LABELS)[number];
  /** Index of its first passage. */
  first: number;
  /** Index after its last passage; only a header has several. */
  end: number;
}

const LABELS = ['title', 'authors', 'paragraph', 'titleAndParagraph', 'header', 'furniture'] as const;

/**
 * Where the reading stands: the states of the model. Furniture leads from a title to the place below it, from where
 * the abstract may still come, and from a paragraph to the place after a paper, from where none comes.
 */
const TITLE = 0;
const PARAGRAPH = 1;
const START = 2;
const AFTER = 3;
const NAMED = 4;
const BEGIN = 5;
const BELOW = 6;
const STATES = [TITLE, PARAGRAPH, START, AFTER, NAMED, BEGIN, BELOW] as const;
const COUNT = STATES.length;
const PLACES: readonly Place[] = ['title', 'paragraph', 'start', 'after', 'title', 'begin', 'below'];
type State = (typeof STATES)[number];

/**
 * The likeliest reading of a whole file (Viterbi's algorithm: the best reading of all passages up to each place, for
 * each state that it may have been left in). A paragraph follows a title or a paragraph, never a header: a date label
 * with an abstract below it is a title. Takes time linear in the number of passages.
 *
 * @returns the readings in order and the logarithm of their likelihood, as such and relative to paragraphs only
 */
export function bestReading(
  passages: readonly ReadPassage[],
  model: LabelModel,
): { readings: Reading[]; likelihood: number; odds: number } {
  const best = new Float64Array((passages.length + 1) * COUNT).fill(-Infinity);
  const cameFrom = new Uint8Array(best.length);
  const spans = new Uint8Array(best.length);
  const labels = new Uint8Array(best.length);
  best[BEGIN] = 0;
  const at = (place: number, state: State): number => best[place * COUNT + state] ?? -Infinity;

  /** Keeps a reading of passages `place` to `place + span` that leads to `state` if no better one is known. */
  function offer(place: number, span: number, label: Reading['label'], from: State, state: State, odds: number): void {
    const target = (place + span) * COUNT + state;
    if (odds <= (best[target] ?? 0)) return;
    best[target] = odds;
    cameFrom[target] = from;
    spans[target] = span;
    labels[target] = LABELS.indexOf(label);
  }

  const isDateOnly = passages[0]?.header === 'date' && headerOdds(passages, 0, model).length === 1;
  const isNextDay = findNextDays(passages);
  for (const [place, passage] of passages.entries()) {
    const { features, head, gap } = passage;
    const asTitle = model.odds('title', features);
    const asAuthors = model.odds('authors', features);
    const toFurniture = place === 0 ? 0 : model.gap('toFurniture', gap);
    const asFurniture = model.odds('furniture', features) + toFurniture;
    const asOutside = model.oddsOutside(features) + toFurniture;
    const asHead = head === null ? -Infinity : model.odds('title', head);
    const lines = headerOdds(passages, place, model);
    const isDate = lines.length === 1 && passage.header === 'date';
    const isRecurring = (isDate && isDateOnly) || isNextDay[place];
    for (const from of STATES) {
      const before = at(place, from);
      if (before === -Infinity) continue;
      const ended = before + endOfPaper(model, from);
      const where = PLACES[from] as Place;
      const text = model.furniture(where, false);
      const isStart = from === START || from === BEGIN;
      const entered = ended + text + (isStart ? 0 : model.gap('toNextPaper', gap));
      offer(place, 1, 'title', from, TITLE, entered + asTitle);
      const inner = model.continuation(true, true) + model.gap('titleToParagraph', 0) + WRAPPED_BY_CHANCE;
      offer(place, 1, 'titleAndParagraph', from, PARAGRAPH, entered + asHead + inner);
      if (where === 'paragraph') {
        const continued = model.continuation(false, true) + model.gap('paragraphToParagraph', gap);
        offer(place, 1, 'paragraph', from, PARAGRAPH, before + text + continued);
      }
      if (where === 'title' || where === 'below') {
        const step = before + text + model.gap('titleToParagraph', gap);
        const unnamed = from === TITLE ? model.authors(false) : 0;
        offer(place, 1, 'paragraph', from, PARAGRAPH, step + unnamed + model.continuation(true, true));
        const toAuthors = before + text + model.gap('titleToAuthors', gap) + model.authors(true);
        if (from !== NAMED) offer(place, 1, 'authors', from, NAMED, toAuthors + asAuthors);
        offer(place, 1, 'furniture', from, BELOW, before + asFurniture + model.furniture(where, true));
      }
      // An address below an abstract belongs to it: it may lead to the paper's code.
      if (where !== 'paragraph' || features.address === 0 || features.pageWords === 2) {
        const outside = model.furniture(where === 'title' || where === 'below' ? 'paragraph' : where, true);
        offer(place, 1, 'furniture', from, isStart ? BEGIN : AFTER, ended + asOutside + outside);
      }
      // Inside of a file one line alone makes no header, since a title may read like it, unless the file opens so.
      const mayBeShort = isStart || isRecurring;
      let header = ended + (mayBeShort ? 0 : PAGE_BREAK);
      for (const [index, odds] of lines.entries()) {
        header += odds;
        const short = mayBeShort || index > 0 ? 0 : SHORT_HEADER;
        offer(place, index + 1, 'header', from, START, header + short);
      }
    }
  }

  let state: State = TITLE;
  let odds = -Infinity;
  for (const last of STATES) {
    const ended = at(passages.length, last) + endOfPaper(model, last);
    if (ended > odds) [state, odds] = [last, ended];
  }
  const readings: Reading[] = [];
  for (let end = passages.length; end > 0; ) {
    const target = end * COUNT + state;
    const first = end - (spans[target] ?? 1);
    readings.push({ label: LABELS[labels[target] ?? 0] ?? 'title', first, end });
    state = (cameFrom[target] ?? START) as State;
    end = first;
  }
  const looks = passages.reduce((sum, { features }) => sum + model.likelihood('paragraph', features), 0);
  return { readings: readings.reverse(), likelihood: odds + looks, odds: odds - oddsOfProse(passages, model) };
}

function endOfPaper(model: LabelModel, last: State): number {
  if (last === PARAGRAPH) return model.continuation(false, false);
  if (last === TITLE || last === BELOW) return model.continuation(true, false);
  return last === NAMED ? model.continuation(true, false) + NAMED_WITHOUT_ABSTRACT : 0;
}

/** The odds of each further line of a header that begins at a place: as long as lines of new kinds follow. */
function headerOdds(passages: readonly ReadPassage[], place: number, model: LabelModel): number[] {
  const odds: number[] = [];
  const kinds = new Set<string>();
  for (let index = place; ; index += 1) {
    const passage = passages[index];
    const kind = passage?.header;
    if (!passage || !kind || kinds.has(kind)) return odds;
    kinds.add(kind);
    const other = Math.max(model.odds('title', passage.features), model.oddsOutside(passage.features));
    odds.push(HEADER_ODDS[kind] + Math.max(0, other));
  }
}

/** For each passage, whether it is a heading by the name that the file opens with, of another day than the one before. */
function findNextDays(passages: readonly ReadPassage[]): boolean[] {
  let isOpening = true;
  let last: DatedHeading | null = null;
  return passages.map(({ text, header, features }) => {
    isOpening &&= features.length === null || features.length < LONG;
    const heading = header === 'heading' ? datedHeadingOf(text) : null;
    if (heading === null) return false;
    const isNext = last !== null && heading.name === last.name && heading.date !== last.date;
    if (isNext || isOpening) last = heading;
    return isNext;
  });
}

/** The likelihood of the reading that every file has: paragraphs and nothing else. */
function oddsOfProse(passages: readonly ReadPassage[], model: LabelModel): number {
  let odds = model.continuation(false, false);
  for (const { gap } of passages.slice(1)) {
    const text = model.furniture('paragraph', false);
    odds += text + model.continuation(false, true) + model.gap('paragraphToParagraph', gap);
  }
  return odds;
}
