import { isKnownColumn, isTitleColumn, plainColumn } from './csv/columns';

/** Names of columns that stand beside the title and say nothing that is read, or less. */
const BESIDE =
  /^(?:(?:first|full)authors?(?:names?|list)?|releaseyear|dateadded|(?:paper|pdf|project|code|arxiv|github|html|abs|page)?(?:url|link)s?|source|category|type|itemtype|documenttype|publisher|volume|issue|pages|issn|isbn|citations?|citedby|language)$/;
/** What programs call a column that numbers the rows. */
const NUMBERING = /^(?:|unnamed\d*|index|no|nr)$/;

const SEPARATORS = [',', '\t', ';', '|'] as const;
/** Longer first lines are texts, in UTF-16 units. */
const LONGEST_HEAD = 10_000;

/** Whether a text begins with the head of a table of papers: a column with titles, and another whose name is known. */
export function isTableHead(text: string): boolean {
  const lines = text.slice(0, LONGEST_HEAD).split('\n', 4);
  const first = lines.find((line) => line.trim() !== '' && !/^sep=./i.test(line.trim()));
  return first !== undefined && !isMarkdown(first) && SEPARATORS.some((separator) => isHead(first, separator));
}

/** Tables of Markdown begin their rows with the bar. */
function isMarkdown(line: string): boolean {
  return line.trimStart().startsWith('|');
}

function isHead(line: string, separator: string): boolean {
  if (!line.includes(separator)) return false;
  const cells = line.split(separator);
  const names = cells.map(plainColumn).filter((name) => !NUMBERING.test(name));
  const titles = names.filter(isTitleColumn).length;
  const others = names.filter((name) => !isTitleColumn(name) && (isKnownColumn(name) || BESIDE.test(name))).length;
  const isProse = separator === ',' && cells.length > 1 && line.split(', ').length === cells.length;
  return (
    titles > 0 && others > 0 && (isProse || names.length < 5 ? titles + others === names.length : titles + others > 2)
  );
}
