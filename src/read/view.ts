import type { Html } from './html';
import type { Words } from './words';

/** What a page is shown with: how its reader writes, and what leads to other pages. */
export interface Reading {
  words: Words;
  /** The address of a path on this server, relative to this page. */
  to(path: string): string;
}

/** A page, of which the layout makes a document. */
export interface Shown {
  /** Text. */
  title: string;
  /** Text of about a sentence; null where there is nothing to say that the title does not. */
  description: string | null;
  /** Path and query under which the page is best known. */
  address: string;
  main: Html;
  /** Which part of the page's head the reader is in. */
  room: 'issues' | 'topics' | 'archive' | 'search' | null;
  /** What stands in the field of the search. */
  query?: string;
  /** The thing in terms of schema.org; null where there is none for it. */
  linkedData?: object;
  /** Whether a new issue is announced on it. */
  isLive?: boolean;
  /** Whether search engines are to leave it out: a page of results, or one further down a list. */
  isPassing?: boolean;
  /** Addresses of the pages before and after this one, relative. */
  previous?: string | null;
  next?: string | null;
}

/** What is asked: an operation by its file in `schema/operations/reader`, and with what. */
export interface Question {
  operation: string;
  variables: Readonly<Record<string, unknown>>;
}

/** A page before anything was asked for it. */
export interface View<Answer = unknown> {
  /** Path and query, with nothing in it that makes no difference. */
  address: string;
  /** Null of a page for which nothing is asked. */
  question: Question | null;
  /** Null where the thing is not there; another view where that is to be shown in its place. */
  show(answer: Answer, reading: Reading): Shown | View | null;
  /** What was looked for, when it is not there: a kind of thing, and its name. */
  missing?: { kind: 'paper' | 'topic' | 'repository' | 'issue'; name: string };
}

/** Whether a view led on to another one. */
export function isView(outcome: Shown | View | null): outcome is View {
  return outcome !== null && 'question' in outcome;
}

/** A view whose answer has a type of its own, among those of any. */
export function viewOf<Answer>(view: View<Answer>): View {
  return view as View;
}

/** An address without the place in its list. */
export function withoutPlace(address: string): string {
  const [path = '', search = ''] = address.split('?');
  return addressOf(path, { ...Object.fromEntries(new URLSearchParams(search)), after: null });
}

/** A path with a query of what is given. */
export function addressOf(path: string, params: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
