/** Archives of preprints that are no venue, and what people write where there is none. */
const NONE =
  /arxiv|^(?:corr(?:[\s,]+abs\/.*)?|computing research repository|preprints?(?:$|[^s.\w].*)|unpublished|submitted(?: to .*)?|under review|in preparation|github(?:\.com)?|gitlab|to appear|forthcoming)$/i;

/** Whether the name of a journal, book or conference is that of a venue; arXiv is none, nor is `arXiv preprint arXiv:…`. */
export function isVenue(name: string): boolean {
  return !NONE.test(name.trim());
}
