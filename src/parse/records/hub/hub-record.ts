import { statedAbstract } from '../arxiv/abstract-text';
import { withdrawalIn } from '../arxiv/withdrawn';
import { arxivIdentifierOf } from '../arxiv-identifiers';
import { type Authors, authorsInText } from '../json/authors-in-text';
import { countOf, flagOf, type JsonObject, keyOf, listOf, objectOf, shown, textOf, textsIn } from '../json/members';
import { type ObjectPlace, type ObjectReading, titleOf } from '../json/read-objects';
import { dateOfTime } from '../json/times';
import { statedKeywords } from '../keywords';
import { printedList } from '../markup/printed-list';
import { nameOf } from '../names';
import type { RecordAuthor, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { canBeIn, type DayOfFile } from './hub-day';
import { hubLinksOf } from './hub-links';

/** The record of a paper, or of the wrapper that the lists put around it. */
export function hubRecordOf(object: JsonObject, { number, line }: ObjectPlace, list: DayOfFile | null): ObjectReading {
  const isWrapped = object.paper !== undefined;
  const paper = isWrapped ? objectOf(object.paper) : object;
  if (paper === null) return `expected an object as paper, got ${shown(object.paper)}`;
  const way = isWrapped ? 'paper.' : '';
  const own = titleOf(`${way}title`, paper.title);
  const title = typeof own === 'string' && isWrapped ? titleOf('title', object.title) : own;
  if (typeof title === 'string') return title;
  const authors = authorsOf(`${way}authors`, paper.authors);
  if (typeof authors === 'string') return authors;
  const abstract =
    abstractOf(`${way}summary`, paper.summary) ?? (isWrapped ? abstractOf('summary', object.summary) : null);
  const id = keyOf(paper.id ?? paper.arxiv_id);
  const arxiv = id === null ? null : arxivIdentifierOf(id);
  const published = paper.publishedAt ?? paper.published_at;
  const publishedOn = dateOfTime(published);
  const votes = countOf(paper.upvotes);
  const submitted = paper.submittedOnDailyAt ?? object.submittedOnDailyAt ?? paper.submitted_at;
  const canBeInList = list !== null && canBeIn(list.day, dateOfTime(submitted));
  return {
    ...recordOf(number, line, title),
    key: id,
    abstract,
    ...authors,
    identifiers: arxiv === null ? [] : [stated(`${way}id`, id, arxiv)],
    publishedOn: publishedOn === null ? null : stated(`${way}publishedAt`, published, publishedOn),
    keywords: keywordsOf(`${way}ai_keywords`, paper.ai_keywords),
    isWithdrawn: withdrawalIn({ comments: null, title, abstract }),
    links: hubLinksOf(object, paper, way),
    votes: votes === null ? null : stated(`${way}upvotes`, paper.upvotes, votes),
    place: canBeInList ? stated('file name', list.name, { day: list.day, rank: number }) : null,
  };
}

function abstractOf(field: string, written: unknown): Stated<string> | null {
  const text = textOf(written);
  return text === null ? null : statedAbstract(field, text);
}

/** Authors whom the hub hides are none to name, but there are more than are named then. */
function authorsOf(field: string, written: unknown): Authors | string {
  const inText = authorsInText(field, written);
  if (inText !== null) return inText;
  const authors: Stated<RecordAuthor>[] = [];
  let hasAllAuthors = true;
  for (const one of listOf(written)) {
    const name = textOf(objectOf(one)?.name ?? one);
    const author = name === null ? null : nameOf(name);
    if (flagOf(objectOf(one)?.hidden) === true) hasAllAuthors = false;
    else if (author !== null) authors.push(stated(field, name, author));
  }
  return { authors, hasAllAuthors };
}

function keywordsOf(field: string, written: unknown): Stated<string>[] {
  if (typeof written === 'string') {
    return statedKeywords(field, printedList(written)?.join(';') ?? written, 'PART_ALONE');
  }
  const words = textsIn(written).map((word) => word.replace(/\s+/g, ' ').trim());
  return [...new Set(words)].map((word) => stated(field, word, word));
}
