import { addressesIn, addressesOf } from '../addresses';
import { printedList } from '../markup/printed-list';
import type { Column, Columns, Subject } from './columns';

/** A cell that is not empty. */
export interface Cell {
  /** The column's name as the header has it. */
  name: string;
  text: string;
}

/** The cells of a row by what their columns are about. */
export class RowCells {
  constructor(
    private readonly columns: Columns,
    private readonly cells: readonly string[],
  ) {}

  /** The first cell about a subject that is not empty. */
  first(subject: Subject): Cell | null {
    for (const column of this.columns.get(subject) ?? []) {
      const text = this.textIn(column);
      if (text !== '') return { name: column.name, text };
    }
    return null;
  }

  /** All cells about some subjects that are not empty, subject after subject. */
  all(...subjects: Subject[]): Cell[] {
    return subjects.flatMap((subject) =>
      (this.columns.get(subject) ?? []).flatMap((column) => {
        const text = this.textIn(column);
        return text === '' ? [] : [{ name: column.name, text }];
      }),
    );
  }

  private textIn({ index }: Column): string {
    return this.cells[index]?.trim() ?? '';
  }
}

const ADDRESS = /^(?:https?:|git[@+:]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i;

/** The addresses in a cell: one as it stands, several, or within Markdown and the formulas of spreadsheets. */
export function addressesInCell(text: string): string[] {
  const isAddress = ADDRESS.test(text) && !/["\])]/.test(text);
  return isAddress ? addressesOf(text) : addressesIn(text).map(({ url }) => url);
}

/** What a cell lists, parted by semicolons where a program printed its own list into it; the text itself else. */
export function unlisted(text: string): string {
  return printedList(text)?.join(';') ?? text;
}
