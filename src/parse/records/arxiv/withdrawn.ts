import type { Stated } from '../record';
import { stated } from '../stated';

const PAPER =
  '(?:paper|article|manuscript|submission|pre-?print|e-?print|work|note|draft|report|letter|document|thesis|(?:current |present )?version)';
const GONE = '(?:withdrawn|retracted)';
/** From a conference or a journal a paper is withdrawn too; on arXiv it stays. */
const FROM_ELSEWHERE = '(?!\\s+from\\s+(?!(?:the\\s+)?(?:arxiv|archive|public))|-)';
const PREDICATE = `(?:(?:has|have)\\s+(?:now\\s+)?been|is|was)\\s+(?:hereby\\s+|now\\s+|temporarily\\s+)?${GONE}\\b${FROM_ELSEWHERE}`;

/** `An earlier version of this paper was withdrawn` says it of another. */
const SENTENCE = new RegExp(`(?<!\\bof\\s)\\b(?:this|the|our)\\s+${PAPER}\\s+${PREDICATE}`, 'i');
const SENTENCE_BEGINS = new RegExp(
  `(?:^|[.!?)\\]]\\s+|\\n\\s*)\\W{0,3}(?:this|the|our)\\s+${PAPER}\\s+${PREDICATE}`,
  'i',
);
/** `Withdrawn.`, `[withdrawn]`, `Paper withdrawn due to an error in section 2`, and nothing before it. */
const NOTICE = new RegExp(
  `^\\W{0,3}(?:${PAPER}\\s+)?(?:temporarily\\s+)?${GONE}(?:\\W{0,3}$|[.:;,\\])]|\\s+(?:by|due|because|pending|at|for|since|as|until|owing|in order|from\\s+arxiv)\\b)`,
  'i',
);
const BY_THOSE_WHO_MAY = new RegExp(
  `\\b${GONE}\\s+(?:by\\s+(?:the\\s+|its\\s+|all\\s+)?(?:(?:first|corresponding|submitting)\\s+)?(?:authors?|submitter|arxiv|moderators?|administrators?|us|me)|(?:at|on|upon)\\s+(?:the\\s+)?(?:request|authors?))\\b`,
  'i',
);
const TITLE = new RegExp(`^\\W{0,3}${GONE}(?:\\s*[:\\]]|\\W{0,3}$)`, 'i');
/** What all of these have in them. */
const WORD = new RegExp(GONE, 'i');
/** Another paper, of which is said that it is withdrawn. */
const OTHER_PAPER = /(?:\d{4}\.\d{4,5}|\/\d{7})\D{0,40}$/;

/** Texts of arXiv that may say it, with their fields. */
export interface NoticeTexts {
  comments: Stated<string> | null;
  title: Stated<string> | null;
  abstract: Stated<string> | null;
}

/**
 * Where arXiv says that the paper is withdrawn: in prose, as it has no field for that. The word in any other sentence says
 * nothing of this paper.
 */
export function withdrawalIn({ comments, title, abstract }: NoticeTexts): Stated<true> | null {
  const said = saying(comments, isInComments) ?? saying(title, isInTitle) ?? saying(abstract, isInAbstract);
  return said && stated(said.field, said.asWritten, true);
}

function saying(text: Stated<string> | null, isIn: (text: string) => boolean): Stated<string> | null {
  return text !== null && WORD.test(text.value) && isIn(text.value) ? text : null;
}

function isInTitle(title: string): boolean {
  return TITLE.test(title) || SENTENCE_BEGINS.test(title);
}

function isInAbstract(abstract: string): boolean {
  return NOTICE.test(abstract.slice(0, 300)) || SENTENCE_BEGINS.test(abstract);
}

function isInComments(comments: string): boolean {
  if (SENTENCE.test(comments) || NOTICE.test(comments)) return true;
  const found = BY_THOSE_WHO_MAY.exec(comments);
  return found !== null && !OTHER_PAPER.test(comments.slice(0, found.index));
}
