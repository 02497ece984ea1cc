import { addressesIn } from '../addresses';
import { Links } from '../collected';
import type { RecordLink, SourceRecord } from '../record';
import type { Subject } from './columns';
import { addressesInCell, type Cell, type RowCells } from './row-cells';

const ROLES: readonly (readonly [Subject, RecordLink['role']])[] = [
  ['page', 'LANDING'],
  ['arxiv', 'LANDING'],
  ['openreview', 'LANDING'],
  ['pdf', 'PDF'],
  ['code', 'CODE'],
  ['project', 'PROJECT'],
  ['data', 'DATA'],
  ['media', 'MEDIA'],
];
/** A repository as GitHub's own pages name it. */
const ON_GITHUB = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/;

/**
 * The addresses of a row: those of the columns that hold one, then those within notes. Stars and framework are those of its only
 * address of code.
 *
 * @param more other cells that lead to the paper
 */
export function linksOf(cells: RowCells, more: readonly Cell[]): SourceRecord['links'] {
  const links = new Links();
  for (const { name, text } of more) links.add(name, text, 'LANDING');
  for (const [subject, role] of ROLES) {
    for (const { name, text } of cells.all(subject)) {
      if (/github/i.test(name) && ON_GITHUB.test(text)) links.add(name, `https://github.com/${text}`, role);
      for (const url of addressesInCell(text)) links.add(name, url, role);
    }
  }
  for (const { name, text } of cells.all('note')) {
    for (const { url, role } of addressesIn(text)) links.add(name, url, role);
  }
  const code = links.stated.filter(({ value }) => value.role === 'CODE');
  const [only] = code;
  if (only !== undefined && code.length === 1) only.value = { ...only.value, ...sayingsOfCode(cells) };
  return links.stated;
}

function sayingsOfCode(cells: RowCells): Pick<RecordLink, 'stars' | 'framework'> {
  const stars = cells.first('stars')?.text ?? '';
  const framework = cells.first('framework')?.text.toLowerCase() ?? '';
  return {
    stars: /^\d{1,9}(?:\.0)?$/.test(stars) ? Number(stars) : null,
    framework: /^[a-z][\w +-]{0,30}$/.test(framework) && framework !== 'none' ? framework : null,
  };
}
