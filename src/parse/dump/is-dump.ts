/** How an export of all that sources say begins. */
const BEGINNING = /^\ufeff?\s*\{\s*"offprint"\s*:/;

/** Whether a text begins as exports of all that sources say do. */
export function isDump(head: string): boolean {
  return BEGINNING.test(head);
}
