import { doiOf } from '../../src/text/doi';

describe('a DOI', () => {
  it.each([
    '10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
    'DOI: 10.1145/3292500.3330701',
    'https://doi.org/10.1145/3292500.3330701',
    'http://dx.doi.org/10.1145%2F3292500.3330701',
    ' doi.org/10.1145/3292500.3330701?via=x#top ',
    '10.1145%2F3292500.3330701',
    '<https://doi.org/10.1145/3292500.3330701>',
    '(10.1145/3292500.3330701)',
    '{10.1145/3292500.3330701}',
    '"doi:10.1145/3292500.3330701"',
    '10.1145/3292500.3330701.',
    'https://doi.org/10.1145/3292500.3330701).',
    '10.1145/3292500.3330701;',
  ])('is found in %j', (text) => {
    expect(doiOf(text)).toBe('10.1145/3292500.3330701');
  });

  it('is in lower case, and keeps its signs where no address is around it', () => {
    expect(doiOf('10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2')).toBe(
      '10.1002/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2',
    );
  });

  it.each([
    ['10.1145/(a)', '10.1145/(a)'],
    ['10.1145/a(b).', '10.1145/a(b)'],
    ['(10.1145/(a))', '10.1145/(a)'],
    ['10.1145/a(b))', '10.1145/a(b)'],
  ])('in %j keeps the brackets that it opens', (text, doi) => {
    expect(doiOf(text)).toBe(doi);
  });

  it('takes no time to speak of, whatever stands there', () => {
    const began = performance.now();
    for (const sign of [')', '(', '.', ').', '<', '%2f', '"']) {
      doiOf(`10.1145/${sign.repeat(300_000)}`);
      doiOf(`${sign.repeat(300_000)}x`);
      doiOf(`10.1145/${sign.repeat(300_000)}x`);
    }
    // A search that begins anew at each sign takes minutes; what else the machine does is not to count.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each([
    '',
    '10.1145',
    '10.1145/)',
    '11.1145/x',
    'see 10.1145/x',
    'https://example.org/10.1145/x',
    '10.1145/a b',
    '2503.04715',
  ])('is not found in %j', (text) => {
    expect(doiOf(text)).toBeNull();
  });

  it('whose address is not well encoded is taken as it stands', () => {
    expect(doiOf('https://doi.org/10.1145/%zz')).toBe('10.1145/%zz');
  });
});
