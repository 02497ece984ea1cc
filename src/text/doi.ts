const RESOLVER = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/**
 * The DOI in a text that is nothing else: by itself, behind `doi:`, or in an address of its resolver. In lower case, as case
 * does not count in it; null for any other text.
 */
export function doiOf(text: string): string | null {
  const trimmed = text.trim();
  const doi = RESOLVER.test(trimmed)
    ? decoded(trimmed.replace(RESOLVER, '').replace(/[?#].*$/s, ''))
    : trimmed.replace(/^doi:\s*/i, '');
  return DOI.test(doi) ? doi.toLowerCase() : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
