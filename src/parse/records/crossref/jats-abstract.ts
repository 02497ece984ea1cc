import { paragraphs, withoutMarkup } from '../plain';

/** The heading of the whole is no part of it. */
const HEADING =
  /^\s*<(?:jats:)?(?:sec[^<>]*>\s*<(?:jats:)?)?title[^<>]*>\s*(?:abstract|summary|résumé|resumen|resumo|zusammenfassung)\s*[:.]?\s*<\/(?:jats:)?title>/i;
const DOCUMENT = ['\\begin{document}', '\\end{document}'] as const;

/**
 * The text of an abstract in JATS: paragraphs, and sections with their headings, without the heading of the whole. A formula is TeX
 * between dollar signs where the abstract has it so.
 */
export function jatsAbstract(xml: string): string {
  let plain = xml.replace(HEADING, '');
  if (/<(?:jats:)?tex-math\b/i.test(plain)) {
    // The same formula stands beside it once more, for machines.
    plain = replaceElements(plain, /<(?:mml:)?math\b[^<>]*>/gi, /<\/(?:mml:)?math>/gi, () => ' ');
    plain = replaceElements(plain, /<(?:jats:)?tex-math\b[^<>]*>/gi, /<\/(?:jats:)?tex-math>/gi, inDollars);
  }
  return paragraphs(withoutMarkup(plain));
}

/** A formula in TeX is a document of its own, or stands between dollar signs, or bare. */
function inDollars(written: string): string {
  const [begin, end] = DOCUMENT.map((mark) => written.indexOf(mark)) as [number, number];
  const formula = begin !== -1 && end > begin ? written.slice(begin + DOCUMENT[0].length, end) : written;
  return ` $${formula
    .trim()
    .replace(/^\$\$?|\$\$?$/g, '')
    .trim()}$ `;
}

/** Puts something else in the place of each element, that none within it is looked for; linear in the length of the text. */
function replaceElements(text: string, opening: RegExp, closing: RegExp, by: (inner: string) => string): string {
  let replaced = '';
  let done = 0;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(text);
    if (close === null) break;
    replaced += text.slice(done, open.index) + by(text.slice(opening.lastIndex, close.index));
    done = closing.lastIndex;
    opening.lastIndex = done;
  }
  opening.lastIndex = 0;
  return replaced + text.slice(done);
}
