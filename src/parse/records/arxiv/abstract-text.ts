import { statedParagraphs, withoutMarkup } from '../plain';
import type { Stated } from '../record';

/** arXiv begins a paragraph with a line that is indented. */
const INDENTED = /\n[ \t]{2,}(?=\S)/g;

/** What a field says that holds an abstract as arXiv has it: hard-wrapped, with TeX; null where it is empty. */
export function statedAbstract(field: string, written: string): Stated<string> | null {
  return statedParagraphs(field, written, withoutMarkup(written.trim().replace(INDENTED, '\n\n')));
}
