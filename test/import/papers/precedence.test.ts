import { precedenceOf, venuePrecedenceOf } from '../../../src/import/papers/precedence';
import { RECORD_FORMATS } from '../../../src/parse/records/tell-format';

describe('whose word counts', () => {
  it.each([
    ['a title', precedenceOf],
    ['a venue', venuePrecedenceOf],
  ])('is settled for every format and digests, for %s', (_what, placeOf) => {
    const places = (['DIGEST', ...RECORD_FORMATS] as const).map(placeOf);
    expect(new Set(places).size).toBe(RECORD_FORMATS.length + 1);
    expect(places.every(Number.isInteger)).toBe(true);
  });

  it('is that of publishers for venues, and that of arXiv for all else', () => {
    expect(venuePrecedenceOf('CROSSREF')).toBeLessThan(venuePrecedenceOf('ARXIV_OAI'));
    expect(precedenceOf('ARXIV_OAI')).toBeLessThan(precedenceOf('CROSSREF'));
  });
});
