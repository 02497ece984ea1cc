import { addressesOf } from '../addresses';
import { Identifiers, Links } from '../collected';
import { identifierOf } from '../identifiers';
import { type JsonObject, kindOf, objectOf, objectsIn, shortOf, textOf } from '../json/members';
import { readJson } from '../json/read-json';
import { titleOf } from '../json/read-objects';
import type { Identifier, ReadRecord, RecordResult, Stated } from '../record';
import { recordOf, stated } from '../stated';
import { dateOf, isOfCatalogue } from './catalogue';
import { type LeaderboardRow, measuredIn, modelOf, rowsOfTask } from './leaderboards';
import { titleOrNameOf } from './title-or-name';

/**
 * Reads `evaluation-tables.json` of Papers with Code, a tree of tasks: the papers of each of its trees in the order of their first
 * rows, each with all its results there. Rows without a paper are results of nobody's, and left out.
 *
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readEvaluationTables(text: AsyncIterable<string>, file: string): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const element of readJson(text, file, ['data'])) {
    if ('problem' in element) {
      number += 1;
      yield { ...element, number };
      continue;
    }
    const task = objectOf(element.value);
    if (task === null) {
      number += 1;
      yield { number, problem: `${file}:${element.line}: expected a task, got ${kindOf(element.value)}` };
      continue;
    }
    for (const rows of rowsByPaper(task)) {
      number += 1;
      yield recordOfRows(rows, number, element.line, file);
    }
  }
}

type Rows = [LeaderboardRow, ...LeaderboardRow[]];

/** Rows name their paper by its address, or by its title alone. */
function rowsByPaper(task: JsonObject): Iterable<Rows> {
  const byPaper = new Map<string, Rows>();
  for (const row of rowsOfTask(task)) {
    const paper = textOf(row.row.paper_url)?.trim() ?? textOf(row.row.paper_title)?.trim();
    if (paper === undefined) continue;
    const known = byPaper.get(paper);
    if (known === undefined) byPaper.set(paper, [row]);
    else known.push(row);
  }
  return byPaper.values();
}

function recordOfRows(rows: Rows, number: number, line: number, file: string): ReadRecord {
  const identifiers = new Identifiers();
  const links = new Links();
  for (const { row } of rows) {
    const paperUrl = shortOf(row.paper_url) ?? '';
    identifiers.add('paper_url', paperUrl, identifierOf(paperUrl));
    for (const url of addressesOf(paperUrl)) if (!isOfCatalogue(url)) links.add('paper_url', url, 'LANDING');
    for (const [field, role] of [
      ['code_links', 'CODE'],
      ['model_links', 'OTHER'],
    ] as const) {
      for (const link of objectsIn(row[field])) {
        for (const url of addressesOf(shortOf(link.url) ?? '')) links.add(`${field}.url`, url, role);
      }
    }
  }
  const title = titleOfRows(rows, identifiers.stated);
  if (typeof title === 'string') return { number, problem: `${file}: record ${number}: ${title}` };
  const publishedOn = rows.map(({ row }) => dateOf(row, 'paper_date')).find((date) => date !== null) ?? null;
  return {
    ...recordOf(number, line, title),
    key: shortOf(rows[0].row.paper_url),
    identifiers: identifiers.stated,
    publishedOn,
    links: links.stated,
    results: rows.flatMap(resultsOf),
  };
}

/** The title in one of the rows, else what stands for it. */
function titleOfRows(rows: Rows, identifiers: readonly Stated<Identifier>[]): Stated<string> | string {
  const titles = rows.map(({ row }) => titleOf('paper_title', row.paper_title));
  const [{ row }] = rows;
  return (
    titles.find((title) => typeof title !== 'string') ??
    titleOrNameOf('paper_title', row.paper_title, identifiers, row.paper_url)
  );
}

function resultsOf({ task, dataset, row }: LeaderboardRow): Stated<RecordResult>[] {
  const model = modelOf(row);
  return measuredIn(row).map(({ field, metric, written, value }) =>
    stated(field, written, { task, dataset, metric, value, model }),
  );
}
