import type { Sentence } from '../text/sentence';
import type { Token } from '../text/tokenize';

/** What a place in the text says about a topic that is mentioned there. */
export type Place = 'TITLE' | 'OPENING' | 'CONTRIBUTION' | 'BODY' | 'EXPERIMENT';

// "We propose", "this paper studies": the sentence says what the paper is about.
const CONTRIBUTION =
  /\b(?:we|this (?:paper|work|article|study|thesis|report|survey)|in this (?:paper|work|article|study))\b.{0,60}?\b(?:propos|introduc|present|study|studies|investigat|develop|address|tackl|examin|explor|analy[sz]|establish|formulat|consider|design|survey|review|revisit|describ|prove|provid|focus|aim|delve|devis|build|construct|demonstrate that|show that|show how|ask|frame|give)/is;
const EXPERIMENT =
  /\b(?:experiments?|experimental(?:ly)?|evaluations?|evaluated?|outperform\w*|achiev\w+ (?:state|sota|competitive|superior)|baselines?|results (?:show|demonstrate|indicate|on))\b|\b(?:code|models?|data|datasets?)\b.{0,60}\b(?:available|released?|open-sourced?)\b/is;

/** For each sentence of an abstract, what kind of place it is. */
export function placesOf(sentences: readonly Sentence[]): Place[] {
  return sentences.map(({ text }, index) => {
    if (CONTRIBUTION.test(text)) return 'CONTRIBUTION';
    if (EXPERIMENT.test(text)) return 'EXPERIMENT';
    return index === 0 ? 'OPENING' : 'BODY';
  });
}

// After these words a topic is only compared with or named as an example.
const ASIDE = new Set(
  'unlike without than versus vs including outperforms outperforming outperform surpassing surpasses surpass compared inspired beyond ranging instead besides like'.split(
    ' ',
  ),
);
const REACH = 3;

/** A word that is tied on by a hyphen and says that the thing is only compared with: `molecule-like`, `brain-inspired`. */
const COMPARING = new Set(['like', 'inspired']);

/** Whether the words around the phrase set the mention aside: "unlike X", "compared with X", "such as X", "X-like". */
export function isAside(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    const token = tokens[at];
    const word = token?.word.plain ?? '';
    const before = tokens[at - 1]?.word.plain;
    if (token !== undefined && ASIDE.has(word) && text.charAt(token.start - 1) !== '-') return true;
    if ((word === 'as' && before === 'such') || (word === 'g' && before === 'e')) return true;
  }
  const next = tokens[last + 1];
  return next !== undefined && COMPARING.has(next.word.plain) && text.charAt(next.start - 1) === '-';
}
