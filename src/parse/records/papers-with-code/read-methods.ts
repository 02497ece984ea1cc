import { Identifiers } from '../collected';
import { identifierOf } from '../identifiers';
import { type JsonObject, objectOf, shortOf, textOf } from '../json/members';
import { type ObjectPlace, type ObjectReading, readObjects, titleOf } from '../json/read-objects';
import { statedLine } from '../plain';
import type { ReadRecord } from '../record';
import { recordOf } from '../stated';
import { linksOf } from './catalogue';
import { titleOrNameOf } from './title-or-name';

/**
 * Reads `methods.json` of Papers with Code: the paper that a method comes from, with the method as its keyword. The description and
 * the year are the method's, not the paper's. A method without a paper is told of.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readMethods(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, ['data'], recordOfMethod);
}

function recordOfMethod(method: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  const paper = objectOf(method.paper);
  const identifiers = new Identifiers();
  const addresses = { 'paper.url': paper?.url, source_url: method.source_url };
  for (const [field, written] of Object.entries(addresses)) {
    identifiers.add(field, written, identifierOf(shortOf(written) ?? ''));
  }
  const own = titleOf('paper.title', paper?.title);
  const title =
    typeof own === 'string' ? titleOrNameOf('source_title', method.source_title, identifiers.stated, null) : own;
  if (typeof title === 'string') return title.replace('a title', 'the title of the paper that the method comes from');
  const name = textOf(method.name);
  const keyword = name === null ? null : statedLine('name', name, name);
  return {
    ...recordOf(number, line, title),
    key: shortOf(method.url),
    identifiers: identifiers.stated,
    keywords: keyword === null ? [] : [keyword],
    links: linksOf(method, [
      ['source_url', 'LANDING'],
      ['code_snippet_url', 'CODE'],
    ]),
  };
}
