import type { Page } from './collect-pages';
import { readFeatures } from './labels/read-features';
import type { Passage } from './passages/split-passages';

const STATEMENT_END = /[.…。۔।]["'”’)\]]*$/u;

/**
 * Whether pages are those of a digest and not what any text would come to. A banner or a byline says so; without one
 * there must be a title with words and an abstract in sentences (or any list of lines would do), and two passages alone
 * must look more like a paper than two lines of prose do.
 */
export function isDigest(pages: readonly Page[], passages: readonly Passage[]): boolean {
  // `Subscribe` alone is the rest of a page, not a paper of that name.
  if (passages.every(({ header }) => header !== null)) return false;
  if (pages.some(({ header }) => header.banner || header.byline)) return true;
  const papers = pages.flatMap(({ entries }) => entries).filter(({ title }) => /[\p{L}\p{N}]/u.test(title));
  if (!papers.some(({ abstract }) => abstract !== null && (STATEMENT_END.test(abstract) || isParagraph(abstract)))) {
    return false;
  }
  return passages.length > 2 || isPaper(papers[0]?.title ?? '', papers[0]?.abstract ?? '', passages[1]?.gap ?? 0);
}

/** Words that the titles of papers have on average, and headings of other texts do not. */
const WORDS_OF_TITLES = 4;

/**
 * Whether pages that are written in Markdown are those of a digest: they have a header, or nearly every title is one of
 * several words with a paragraph below it. A text with blocks of code is none.
 */
export function isMarkdownDigest(pages: readonly Page[], text: string): boolean {
  if (/^(?:```|~~~)/m.test(text)) return false;
  if (pages.some(({ header }) => Object.keys(header).length > 0)) return true;
  const papers = pages.flatMap(({ entries }) => entries);
  const words = papers.reduce((sum, { title }) => sum + title.split(' ').length, 0);
  const told = papers.filter(({ abstract }) => abstract !== null && isParagraph(abstract)).length;
  return words >= WORDS_OF_TITLES * papers.length && told >= 0.8 * papers.length;
}

/** A sentence above a sentence is prose, and so are two lines that touch, unless the second is a whole paragraph. */
function isPaper(title: string, abstract: string, gap: number): boolean {
  return isParagraph(abstract) || (gap > 0 && !/[.。]$/u.test(title));
}

/** Whether a text has more than one sentence. */
function isParagraph(text: string): boolean {
  return (readFeatures(text).sentences ?? 0) > 0;
}
