/** A word, with a letter before it that it hangs on: `U-Net`. */
const WORD = /(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}-(?=\p{Lu}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** A capital behind another sign, or a figure beside one. */
const CAPITAL_INSIDE = /[\p{L}\p{M}\p{N}-]\p{Lu}|\p{Lu}.*\p{N}/u;
/** A letter that is a word by itself is a name of something, but for the article. */
const LETTER = /^(?!A$)\p{Lu}$/u;
/** Longer titles all in capitals have no acronyms that could be told. */
const MOST_SHOUTED = 3;

/** The places of words whose capitals a style must leave: acronyms (`GPU`), inner capitals (`TopoMortar`, `mRNA`), single letters. */
export function capitalsIn(words: string): { from: number; to: number }[] {
  return [...words.matchAll(WORD)]
    .filter(([word]) => CAPITAL_INSIDE.test(word) || LETTER.test(word))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
}

/** Whether a title is all in capitals, and too long to be an acronym. */
export function isShouted(title: string): boolean {
  return (
    !/\p{Ll}/u.test(title) && (title.match(/\p{Lu}{2}/gu) ?? []).length > 0 && title.split(' ').length > MOST_SHOUTED
  );
}
