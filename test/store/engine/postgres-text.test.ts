import fc from 'fast-check';
import { lookUpValues } from '../../../src/store/engine/postgres-text';
import { anyText } from '../../support/any-text';

describe('values to look something up by', () => {
  it('are left as they are where PostgreSQL takes them', () => {
    const values = ['a', '😀 深', '\ufffd', 1, 0.5, null, [1, 2], ['x', null]];
    expect(lookUpValues(values)).toEqual(values);
  });

  it('have nothing that PostgreSQL cannot hold, and are never what they were', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('\0', '\ud800', '\udc00 '), (text, bad) => {
        const [value, [item]] = lookUpValues([`${text} ${bad}`, [`${text} ${bad}`]]) as [string, [string]];
        expect(value).not.toMatch(/[\0\p{Cs}]/u);
        expect([value, value.length]).toEqual([item, text.length + 1 + bad.length]);
        expect(value).toContain('\u0001');
      }),
    );
  });
});
