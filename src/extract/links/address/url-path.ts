/** The segments of an address's path, with the characters that `%5F` and the like stand for. */
export function segmentsOf(url: URL): string[] {
  return url.pathname
    .split('/')
    .flatMap((segment) => decoded(segment).split('/'))
    .filter((segment) => segment !== '');
}

/** What `%5F` and the like stand for; the segment itself where they stand for nothing. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
