/** Names of a column with titles, folded to letters. */
const TITLE =
  /^(?:title|titles|papertitle|paper|papername|articletitle|documenttitle|name|publicationtitle|标题|论文标题|论文)$/;
/** Names of columns beside it. */
const BESIDE =
  /^(?:(?:first|full)?authors?(?:names?|list)?|year|(?:publication|published|pub|paper|release)?(?:year|date)|publishedon|date(?:added)?|month|venue|conference|journal|booktitle|source(?:title)?|doi|(?:paper|pdf|project|code|arxiv|github|html|abs|page)?(?:url|link)s?|abstract|summary|arxiv(?:id)?|eprint|code|github|repo(?:sitory)?|project(?:page)?|website|homepage|pdf|keywords?|tags?|manualtags|topics?|category|categories|type|itemtype|documenttype|key|id|citationkey|publisher|publicationtitle|volume|issue|pages|issn|isbn|citations?|citedby|language|notes?)$/;

const SEPARATORS = [',', '\t', ';'] as const;
/** Longer first lines are texts, in UTF-16 units. */
const LONGEST_HEAD = 10_000;

/** Whether a text begins with the head of a table of papers: a column with titles, and another whose name is known. */
export function isTableHead(text: string): boolean {
  const lines = text.slice(0, LONGEST_HEAD).split('\n', 4);
  const first = lines.find((line) => line.trim() !== '' && !/^sep=./i.test(line.trim()));
  return first !== undefined && SEPARATORS.some((separator) => isHead(first, separator));
}

function isHead(line: string, separator: string): boolean {
  if (!line.includes(separator)) return false;
  const names = line.split(separator).map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const titles = names.filter((name) => TITLE.test(name)).length;
  const others = names.filter((name) => BESIDE.test(name) && !TITLE.test(name)).length;
  const isProse = separator === ',' && names.length > 1 && line.split(', ').length === names.length;
  return (
    titles > 0 && others > 0 && (isProse || names.length < 5 ? titles + others === names.length : titles + others > 2)
  );
}
