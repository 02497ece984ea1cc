/**
 * Plurals that English took over from Latin and Greek, by ending: plural, singular, and what stands before it, at the end
 * of a word or, with `^`, as its beginning. An ending alone does not tell: devices, purposes and media are others.
 */
const ENDINGS: readonly (readonly [string, string, string])[] = [
  ['ses', 'sis', 'ly the gno gene kine sta empha cri oa neuro psycho fibro thrombo morpho symbio sclero necro steno'],
  ['ices', 'ix', 'tr append hel ^cerv ^rad'],
  ['ices', 'ex', 'vert vort cort ind simpl ^ap ^cod'],
  ['xes', 'xis', '^a'],
  ['a', 'on', 'criteri phenomen automat hedr gangli'],
  [
    'a',
    'um',
    'spectr maxim minim optim extrem bacteri mitochondri quant strat equilibri curricul symposi moment continu errat consorti desiderat millenni memorand addend',
  ],
  ['i', 'us', 'stimul nucle radi foc loc modul alumn fung bacill thalam hippocamp gyr sulc calcul syllab ^tor'],
  ['ae', 'a', '...'],
  ['mata', 'ma', 'sche lem stig'],
  ['ora', 'us', 'corp'],
  ['era', 'us', '^gen'],
  // The plural is the word that everyone knows.
  ['um', 'a', '^dat'],
];

const RULES = ENDINGS.map(
  ([plural, singular, stems]) => [new RegExp(`(?<=${stems.split(' ').join('|')})${plural}$`), singular] as const,
);

/** Old English plurals. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['feet', 'foot'],
  ['geese', 'goose'],
  ['halves', 'half'],
  ['men', 'man'],
  ['mice', 'mouse'],
  ['teeth', 'tooth'],
  ['women', 'woman'],
]);

/** Plurals of two words, of which `singularOf` and Porter know the other: base, ellipse, and the media that spread news. */
const OTHER_SINGULARS: ReadonlyMap<string, string> = new Map([
  ['bases', 'basis'],
  ['ellipses', 'ellipsis'],
  ['media', 'medium'],
]);

/** The second singular of a plural that has two; null of nearly every word. */
export function otherSingularOf(word: string): string | null {
  return OTHER_SINGULARS.get(word) ?? null;
}

/** The singular of a plural that no rule of English leads to: analysis, matrix, index, criterion. Any other word as it is. */
export function singularOf(word: string): string {
  return WORDS.get(word) ?? RULES.reduce((text, [plural, singular]) => text.replace(plural, singular), word);
}
