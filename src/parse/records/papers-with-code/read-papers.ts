import { statedAbstract } from '../arxiv/abstract-text';
import { withdrawalIn } from '../arxiv/withdrawn';
import { type Authors, authorsInText } from '../json/authors-in-text';
import { type JsonObject, objectsIn, shortOf, textOf, textsIn } from '../json/members';
import { type ObjectPlace, type ObjectReading, readObjects, titleOf } from '../json/read-objects';
import { printedList } from '../markup/printed-list';
import { nameOf } from '../names';
import { oneLine, statedLine } from '../plain';
import type { ReadRecord, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { isVenue } from '../venue';
import { type AddressFields, dateOf, identifiersOf, linksOf } from './catalogue';

const ADDRESSES: AddressFields = [
  ['url_abs', 'LANDING'],
  ['url_pdf', 'PDF'],
  ['conference_url_abs', 'LANDING'],
  ['conference_url_pdf', 'PDF'],
];

/**
 * Reads `papers-with-abstracts.json` of Papers with Code. Tasks and methods are its keywords.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readPapersWithAbstracts(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, ['data'], recordOfPaper);
}

function recordOfPaper(paper: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  const title = titleOf('title', paper.title);
  if (typeof title === 'string') return title;
  const authors = authorsOf(paper.authors);
  if (typeof authors === 'string') return authors;
  const proceeding = textOf(paper.proceeding);
  const abstract = abstractOf(paper, 'abstract') ?? abstractOf(paper, 'short_abstract');
  return {
    ...recordOf(number, line, title),
    key: shortOf(paper.paper_url),
    abstract,
    ...authors,
    identifiers: identifiersOf(paper, {
      arxiv: 'arxiv_id',
      openReview: 'openreview_id',
      addresses: ['paper_url', ...ADDRESSES.map(([field]) => field)],
    }),
    publishedOn: dateOf(paper, 'date'),
    venue: proceeding !== null && isVenue(proceeding) ? statedLine('proceeding', proceeding, proceeding) : null,
    keywords: keywordsOf(paper),
    isWithdrawn: withdrawalIn({ comments: null, title, abstract }),
    links: linksOf(paper, ADDRESSES),
  };
}

function abstractOf(paper: JsonObject, field: string): Stated<string> | null {
  const text = textOf(paper[field]);
  return text === null ? null : statedAbstract(field, text);
}

function authorsOf(written: unknown): Authors | string {
  const inText = authorsInText('authors', written);
  if (inText !== null) return inText;
  const authors = textsIn(written).flatMap((name) => {
    const author = nameOf(name);
    return author === null ? [] : [stated('authors', name, author)];
  });
  return { authors, hasAllAuthors: true };
}

/** The texts in a list, also in one that a program printed into a text. */
function listedIn(written: unknown): readonly string[] {
  return (typeof written === 'string' ? printedList(written) : null) ?? textsIn(written);
}

/** Tasks are names, methods are objects that have one; in some copies tasks are objects too. */
function keywordsOf(paper: JsonObject): Stated<string>[] {
  const tasks = [...listedIn(paper.tasks), ...objectsIn(paper.tasks).map(({ name, task }) => name ?? task)];
  const methods = [...listedIn(paper.methods), ...objectsIn(paper.methods).map(({ name }) => name)];
  const words = [
    ...tasks.map((task) => ['tasks', task] as const),
    ...methods.map((method) => ['methods.name', method] as const),
  ];
  const distinct = new Map<string, Stated<string>>();
  for (const [field, written] of words) {
    const word = oneLine(textOf(written) ?? '');
    if (word !== '' && !distinct.has(word)) distinct.set(word, stated(field, written, word));
  }
  return [...distinct.values()];
}
