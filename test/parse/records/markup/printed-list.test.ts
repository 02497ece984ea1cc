import { isPrintedObjects, printedList } from '../../../../src/parse/records/markup/printed-list';

describe('printedList', () => {
  it.each([
    [`['Ada Example', "Ben O'Neil"]`, ['Ada Example', "Ben O'Neil"]],
    [`["Ada \\"A\\" Example", 'J\\u00f6rg', 'Ren\\xe9']`, ['Ada "A" Example', 'Jörg', 'René']],
    [`[{'name': 'Ada Example', 'hidden': False}, {"name": "Ben O'Neil"}]`, ['Ada Example', "Ben O'Neil"]],
    [`{'id': 5, 'name': 'Ada'}`, ['Ada']],
    ['[]', []],
    [`[{'id': 5}]`, []],
    ['[Re] Widgets', null],
    [`['Wild' Widgets`, null],
    ['{Ladder} Group', null],
    ['Ada Example', null],
  ])('reads %s', (text, list) => {
    expect(printedList(text)).toEqual(list);
  });

  it('tells objects from names', () => {
    expect([`[{'name': 'A'}]`, `{"name": "A"}`, `['A']`, 'A'].map(isPrintedObjects)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
