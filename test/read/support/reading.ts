import { documentOf } from '../../../src/read/layout';
import { isView, type Reading, type Shown, type View } from '../../../src/read/view';
import { wordsOf } from '../../../src/read/words';

/** How a page at the beginning is read in English. */
export const READING: Reading = { words: wordsOf('en-GB'), to: (path) => `.${path}` };

/** What a view shows of an answer; fails the test where it shows nothing. */
export function shownOf(view: View, answer: unknown, reading = READING): Shown {
  const outcome = view.show(answer, reading);
  if (outcome === null || isView(outcome)) throw new Error('expected a page');
  return outcome;
}

/** The same as a document. */
export function pageOf(view: View, answer: unknown, publicUrl: string | null = null): string {
  return documentOf(shownOf(view, answer), READING, {
    style: './style.css',
    script: './script.js',
    publicUrl,
    queryAddress: './graphql',
    liveQuery: 'subscription { x }',
  });
}
