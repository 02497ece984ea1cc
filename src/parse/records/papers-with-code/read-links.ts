import { addressesOf } from '../addresses';
import { flagOf, type JsonObject, shortOf } from '../json/members';
import { type ObjectPlace, type ObjectReading, readObjects } from '../json/read-objects';
import type { ReadRecord, RecordLink, Stated } from '../record';
import { linkOf, recordOf, stated } from '../stated';
import { identifiersOf } from './catalogue';
import { titleOrNameOf } from './title-or-name';

/**
 * Reads `links-between-papers-and-code.json` of Papers with Code: one row for a paper and one of its repositories, so that a
 * record has one link, with what the catalogue knows of it; or none, where the row has no address.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readLinks(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  yield* readObjects(text, file, ['data'], recordOfRow);
}

function recordOfRow(row: JsonObject, { number, line }: ObjectPlace): ObjectReading {
  const identifiers = identifiersOf(row, {
    arxiv: 'paper_arxiv_id',
    addresses: ['paper_url', 'paper_url_abs', 'paper_url_pdf'],
  });
  const title = titleOrNameOf('paper_title', row.paper_title, identifiers, row.paper_url_abs);
  if (typeof title === 'string') return title;
  return {
    ...recordOf(number, line, title),
    key: shortOf(row.paper_url),
    identifiers,
    links: repositoriesOf(row),
  };
}

function repositoriesOf(row: JsonObject): Stated<RecordLink>[] {
  const [url] = addressesOf(shortOf(row.repo_url) ?? '');
  if (url === undefined) return [];
  const link: RecordLink = {
    ...linkOf(url, 'CODE'),
    isOfficial: flagOf(row.is_official),
    isMentionedInPaper: flagOf(row.mentioned_in_paper),
    isMentionedInRepository: flagOf(row.mentioned_in_github),
    framework: shortOf(row.framework)?.trim() ?? null,
  };
  return [stated('repo_url', row.repo_url, link)];
}
