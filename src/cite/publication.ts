import { isVenue } from '../parse/records/venue';
import type { CitedPaper } from './cited-paper';
import { readable } from './texts';

/** Where a paper appeared, as the name of its venue tells; PREPRINT is on arXiv alone, UNKNOWN nowhere that is known. */
export type Publication =
  | { kind: 'JOURNAL' | 'PROCEEDINGS'; venue: string }
  | { kind: 'PREPRINT' | 'UNKNOWN'; venue: null };

/** When a paper was published, as exact as it is known. */
export interface PublicationDate {
  year: number;
  /** From 1. */
  month: number | null;
  day: number | null;
}

/** Proceedings in name alone: they come in volumes as journals do. */
const JOURNALS =
  /\b(?:journal|transactions|letters|annals|magazine|bulletin|reviews?|archives?|quarterly|endowment|advances in (?:mathematics|physics|applied)|proceedings of (?:the )?(?:national academy|royal society|ieee$|acm on|vldb|london mathematical|american mathematical|edinburgh mathematical))/i;
const MEETINGS =
  /\b(?:proceedings|proc\.|conference|conf\.|symposium|symp\.|workshops?|congress|colloquium|meeting|advances in neural information processing systems|lecture notes in computer science|findings of)/i;
/** Conferences go by their acronyms, with a year perhaps; so do some journals. */
const ACRONYM =
  /^(?:[A-Z]+[/ -])?(?:[A-Z]{3,}[a-z]?|NeurIPS|CoRL|CoNLL|Interspeech|SemEval|EuroSys|SenSys|MobiCom|MobiSys|UbiComp|RecSys|HotOS|CoLLAs|CHI|LoG)(?:[ '’-]*(?:19|20)?\d{2})?(?: \([A-Za-z]+\))?$/;
const JOURNAL_ACRONYM =
  /^(?:J[A-Z]{2,}|TMLR|PNAS|TACL|TPAMI|IJCV|TIST|TOG|CACM|PAMI|PVLDB|PLOS|TKDE|TNNLS|IJRR|MNRAS|PR[A-EL]|IEEE)\b/;
const DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Where a paper appeared. A venue that tells no kind is taken for a journal, as most that are named so are. */
export function publicationOf(paper: CitedPaper): Publication {
  const venue = paper.venue === null ? '' : readable(paper.venue);
  if (venue === '' || !isVenue(venue)) return { kind: paper.arxivId === null ? 'UNKNOWN' : 'PREPRINT', venue: null };
  return { kind: isMeeting(venue) ? 'PROCEEDINGS' : 'JOURNAL', venue };
}

/** When a paper was published; null where that is not known. */
export function dateOf({ publishedOn }: CitedPaper): PublicationDate | null {
  const [, year, month, day] = DATE.exec(publishedOn ?? '') ?? [];
  if (year === undefined) return null;
  const numberOf = (part: string | undefined): number | null => (part === undefined ? null : Number(part));
  return { year: Number(year), month: numberOf(month), day: numberOf(day) };
}

function isMeeting(venue: string): boolean {
  if (JOURNALS.test(venue) || JOURNAL_ACRONYM.test(venue)) return false;
  return MEETINGS.test(venue) || ACRONYM.test(venue);
}
