const RESOLVER = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** Brackets and quotation marks that stand around an identifier. */
const AROUND = /^(?:<(.*)>|\{(.*)\}|\((.*)\)|\[(.*)\]|"(.*)"|'(.*)')$/s;
/** Signs of a sentence behind it: none of a DOI ends so. */
const SENTENCE_END = '.,;:';
/** As it stands in an address, without one around it. */
const ENCODED = /^10\.[\d.]+%2f/i;

/**
 * The DOI in a text that is nothing else: by itself, behind `doi:`, in an address of its resolver, and any of these in brackets or at
 * the end of a sentence. In lower case, as case does not count in it; null for any other text.
 */
export function doiOf(text: string): string | null {
  const trimmed = unwrapped(text.trim());
  const doi = RESOLVER.test(trimmed)
    ? decoded(trimmed.replace(RESOLVER, '').replace(/[?#].*$/s, ''))
    : ofField(trimmed.replace(/^doi:\s*/i, ''));
  const bare = withoutEnd(doi);
  return DOI.test(bare) ? bare.toLowerCase() : null;
}

function ofField(doi: string): string {
  return ENCODED.test(doi) ? decoded(doi) : doi;
}

function unwrapped(text: string): string {
  const [, ...within] = AROUND.exec(text) ?? [];
  return within.find((part) => part !== undefined)?.trim() ?? text;
}

/** Without what closes a sentence, and brackets that the DOI does not open. In linear time, whatever stands there. */
function withoutEnd(doi: string): string {
  let unopened = doi.split(')').length - doi.split('(').length;
  let end = doi.length;
  for (; end > 0; end -= 1) {
    const sign = doi[end - 1] as string;
    if (sign === ')' && unopened > 0) unopened -= 1;
    else if (!SENTENCE_END.includes(sign)) break;
  }
  return doi.slice(0, end);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
