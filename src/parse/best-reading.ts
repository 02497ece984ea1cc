import type { LabelModel } from './label-model';
import { HEADER_ODDS, PAGE_BREAK, WRAPPED_BY_CHANCE } from './label-priors';
import type { Features } from './read-features';
import type { Passage } from './split-passages';

/** A passage with its features; `head` are those of its first line, where it has several. */
export interface ReadPassage extends Passage {
  features: Features;
  head: Features | null;
}

/** What a run of passages is: one title, one paragraph, one title with its paragraph, or the lines of one header. */
export interface Reading {
  label: 'title' | 'paragraph' | 'titleAndParagraph' | 'header';
  /** Index of its first passage. */
  first: number;
  /** Index after its last passage; only a header has several. */
  end: number;
}

/** What was read last: the states of the model. Before the first passage stands the same as after a header. */
const TITLE = 0;
const PARAGRAPH = 1;
const HEADER = 2;
const STATES = [TITLE, PARAGRAPH, HEADER] as const;
type State = (typeof STATES)[number];

/**
 * The likeliest reading of a whole file (Viterbi's algorithm: the best reading of all passages up to each place, for
 * each thing that may have been read last). A paragraph follows a title or a paragraph, never a header: a date label
 * with an abstract below it is a title. Takes time linear in the number of passages.
 *
 * @returns the readings in order and the logarithm of their likelihood relative to paragraphs only
 */
export function bestReading(
  passages: readonly ReadPassage[],
  model: LabelModel,
): { readings: Reading[]; odds: number } {
  const best = new Float64Array((passages.length + 1) * 3).fill(-Infinity);
  const cameFrom = new Uint8Array(best.length);
  const spans = new Uint8Array(best.length);
  const hasHead = new Uint8Array(passages.length + 1);
  best[HEADER] = 0;
  const at = (place: number, state: State): number => best[place * 3 + state] ?? -Infinity;

  /** Keeps a reading of passages `place` to `place + span` as `state` if no better one is known. */
  function offer(place: number, span: number, state: State, from: State, odds: number): boolean {
    const target = (place + span) * 3 + state;
    if (odds <= (best[target] ?? 0)) return false;
    best[target] = odds;
    cameFrom[target] = from;
    spans[target] = span;
    return true;
  }

  const isDateOnly = passages[0]?.header === 'date' && headerOdds(passages, 0, model).length === 1;
  for (const [place, passage] of passages.entries()) {
    const asTitle = model.titleOdds(passage.features);
    const asHead = passage.head === null ? -Infinity : model.titleOdds(passage.head);
    for (const from of STATES) {
      const before = at(place, from);
      if (before === -Infinity) continue;
      const ended = before + endOfPaper(model, from);
      const entered = from === HEADER ? ended : ended + model.gap('toNextPaper', passage.gap);
      offer(place, 1, TITLE, from, entered + asTitle);
      const inner = model.continuation(true, true) + model.gap('titleToParagraph', 0) + WRAPPED_BY_CHANCE;
      if (offer(place, 1, PARAGRAPH, from, entered + asHead + inner)) hasHead[place] = 1;
      if (from !== HEADER) {
        const step = from === TITLE ? 'titleToParagraph' : 'paragraphToParagraph';
        const continued = before + model.continuation(from === TITLE, true) + model.gap(step, passage.gap);
        if (offer(place, 1, PARAGRAPH, from, continued)) hasHead[place] = 0;
      }
      const lines = headerOdds(passages, place, model);
      const isRecurring = lines.length === 1 && isDateOnly && passage.header === 'date';
      let header = ended + (place === 0 || isRecurring ? 0 : PAGE_BREAK);
      for (const [index, odds] of lines.entries()) {
        header += odds;
        // Inside of a file one line makes no header, since a title may read like it, unless the file opens so.
        if (place === 0 || index > 0 || isRecurring) offer(place, index + 1, HEADER, from, header);
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
    const first = end - (spans[end * 3 + state] ?? 1);
    const label =
      state === HEADER ? 'header' : state === TITLE ? 'title' : hasHead[first] ? 'titleAndParagraph' : 'paragraph';
    readings.push({ label, first, end });
    state = (cameFrom[end * 3 + state] ?? HEADER) as State;
    end = first;
  }
  return { readings: readings.reverse(), odds: odds - oddsOfProse(passages, model) };
}

function endOfPaper(model: LabelModel, last: State): number {
  return last === HEADER ? 0 : model.continuation(last === TITLE, false);
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
    odds.push(HEADER_ODDS[kind] + Math.max(0, model.titleOdds(passage.features)));
  }
}

/** The likelihood of the reading that every file has: paragraphs and nothing else. */
function oddsOfProse(passages: readonly ReadPassage[], model: LabelModel): number {
  let odds = model.continuation(false, false);
  for (const { gap } of passages.slice(1)) {
    odds += model.continuation(false, true) + model.gap('paragraphToParagraph', gap);
  }
  return odds;
}
