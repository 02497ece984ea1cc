import fc from 'fast-check';
import { readAuthorLine } from '../../../../src/parse/records/arxiv/author-line';

/** `Name [affiliations]`, and `…` where not all are named. */
function told(line: string): string[] {
  const { authors, hasAll } = readAuthorLine(line);
  const names = authors.map(({ name, affiliations }) =>
    affiliations.length > 0 ? `${name} [${affiliations.join(' | ')}]` : name,
  );
  return hasAll ? names : [...names, '…'];
}

describe('readAuthorLine', () => {
  it.each([
    ['commas and "and"', 'A. One, B. Two, and C. Three', ['A. One', 'B. Two', 'C. Three']],
    ['lines that are broken', 'Ada One,\n  Ben Two and\n  Cy Three', ['Ada One', 'Ben Two', 'Cy Three']],
    ['names with "and" in them', 'Andy Sand, Roland Anders', ['Andy Sand', 'Roland Anders']],
    ['an affiliation with a comma', 'V. One (Somewhere, IHEP)', ['V. One [Somewhere, IHEP]']],
    ['an affiliation of several', 'A. One, B. Two (CERN), C. Three', ['A. One [CERN]', 'B. Two [CERN]', 'C. Three']],
    [
      'numbers',
      'A. One (1 and 2), B. Two (2), C. Three (1,3) ((1) CREST, Japan, (2) M\\"unster (West), (3) ETH.)',
      ['A. One [CREST, Japan | Münster (West)]', 'B. Two [Münster (West)]', 'C. Three [CREST, Japan | ETH]'],
    ],
    ['numbers that stand for nothing', 'A. One (1), B. Two (2)', ['A. One', 'B. Two']],
    ['a group and et al.', 'The BABAR Collaboration, B. One, et al', ['The BABAR Collaboration', 'B. One', '…']],
    ['et al. without a comma', 'B. One et al.', ['B. One', '…']],
    ['a group with a colon', 'BELLE Collaboration: A. One, B. Two', ['BELLE Collaboration', 'A. One', 'B. Two']],
    ['a group is nowhere', 'X Collaboration, A. One (CERN)', ['X Collaboration', 'A. One [CERN]']],
    ['for whom they wrote', 'L. One (for the D0 Collaboration), M. Two', ['L. One', 'M. Two']],
    ['juniors', 'W. A. One, Jr., Neal J. Two II, E. Three', ['W. A. One Jr.', 'Neal J. Two II', 'E. Three']],
    ['blanks of TeX', "J.\\,P. One and \\'E. Two", ['J.\\,P. One', "\\'E. Two"]],
    ['a bracket that is not closed', 'A. One (CERN, B. Two', ['A. One [CERN, B. Two]']],
    ['a bracket that is not opened', 'A. One), B. Two', ['A. One)', 'B. Two']],
    ['nothing', ' , and ,', []],
  ])('reads %s', (_name, line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it('reads any line, in linear time', () => {
    const line = fc.array(
      fc.constantFrom('A. One', '(', ')', ',', ' and ', '1', '(1)', 'et al', ' ', '\\', ':', 'Jr.'),
    );
    fc.assert(fc.property(line, (parts) => told(parts.join('')).length >= 0));
    const before = process.cpuUsage().user;
    for (const part of ['(', ')', ' and ', ',', '(1)', 'et al ', ' ', 'A, ', '(1,', 'Jr. ']) told(part.repeat(200_000));
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(20);
  });
});
