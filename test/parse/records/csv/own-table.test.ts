import { CSV_HEADER, csvRow } from '../../../../src/cite/csv';
import { guarded, unguarded } from '../../../../src/parse/records/csv/own-table';
import { readCsv } from '../../../../src/parse/records/csv/read-csv';
import { paperOf } from '../../../cite/support/papers';
import { onlyRecord, titlesIn } from '../support/readers';

const FORMULAS = ['=HYPERLINK("https://evil.example")', '+1', '-1+1', '@SUM(A1)', "'-ing Forms", "''=x"];

describe('our own tables', () => {
  it.each(FORMULAS)('hold %s as a text, and it comes back', async (title) => {
    const row = csvRow(paperOf({ title, keywords: [title] }));
    const record = await onlyRecord(readCsv, CSV_HEADER + row);
    expect(record.title.value).toBe(title);
    expect(record.keywords[0]?.value).toBe(title);
    expect(row.split(',').some((cell) => /^"?[=+@-]/.test(cell))).toBe(false);
  });

  it.each(['\tx', '\rx', 'x', '', "it's", "'quoted'", ...FORMULAS])('guard and free %j again', (cell) => {
    expect(unguarded(guarded(cell))).toBe(cell);
    expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('are told by their header: other tables keep their apostrophes', async () => {
    expect(await titlesIn(readCsv, "title,authors,year\n'-ing Forms,Ada Example,2026\n")).toEqual(["'-ing Forms"]);
  });
});
