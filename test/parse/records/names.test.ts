import fc from 'fast-check';
import { authorsOf, bibtexNames, listedNames } from '../../../src/parse/records/name-lists';
import { authorOfParts, nameOf } from '../../../src/parse/records/names';

describe('nameOf', () => {
  it.each([
    ['Example, Ada', 'Ada Example', 'Ada', 'Example'],
    ['Valle-Delgado,J. J. ', 'J. J. Valle-Delgado', 'J. J.', 'Valle-Delgado'],
    ["de la Tour, Jr., Ana Mar{\\'\\i}a", 'Ana María de la Tour Jr.', 'Ana María', 'de la Tour'],
    ['Example, A.,', 'A. Example', 'A.', 'Example'],
    ['Tour, Ana, III', 'Ana Tour III', 'Ana', 'Tour'],
    ['M{\\"u}ller, Ben', 'Ben Müller', 'Ben', 'Müller'],
    ['{\\O}rsted, S\\o ren', 'Søren Ørsted', 'Søren', 'Ørsted'],
    ['\\^{I}le, Fran\\c{c}ois', 'François Île', 'François', 'Île'],
    ['{van Gogh}, Vincent', 'Vincent van Gogh', 'Vincent', 'van Gogh'],
    ['family=Tour, given=Ana, prefix=de la', 'Ana de la Tour', 'Ana', 'de la Tour'],
    ['O&apos;Neil, Tip', "Tip O'Neil", 'Tip', "O'Neil"],
    ['Sample*, Ben$^{1,2}$', 'Ben Sample', 'Ben', 'Sample'],
  ])('turns %s', (written, name, given, family) => {
    expect(nameOf(written)).toMatchObject({ name, given, family });
  });

  it.each([
    ['Ada  B.\n Example', 'Ada B. Example'],
    ['J.~Sample†', 'J. Sample'],
    ['Ada Example, Jr.', 'Ada Example Jr.'],
    ['{Ladder Working Group}', 'Ladder Working Group'],
    ['{Council on Counting, Ageing and Repair}', 'Council on Counting, Ageing and Repair'],
    ['Nguy{\\~{\\^e}}n V\\u{a}n A', 'Nguyễn Văn A'],
    ['Wei Wang 0012', 'Wei Wang'],
    ['Plato', 'Plato'],
  ])('leaves %s in one piece', (written, name) => {
    expect(nameOf(written)).toMatchObject({ name, given: null, family: null });
  });

  it.each(['', ' , ', '{}', '***', 'others', 'et al.'])('finds no name in %j', (written) => {
    expect(nameOf(written)).toBeNull();
  });

  it('puts parts together', () => {
    expect(authorOfParts({ given: 'Ana', particle: 'de la', family: 'Tour', suffix: 'Jr.' })).toMatchObject({
      name: 'Ana de la Tour Jr.',
      family: 'de la Tour',
    });
    expect(authorOfParts({ family: 'Example', given: null })).toMatchObject({ name: 'Example', given: null });
    expect(authorOfParts({})).toBeNull();
  });

  it('reads any text in linear time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '\\', ',', ' ', 'a', "'", '"', '$', '^', 'and') }),
        (text) => {
          const author = nameOf(text);
          expect(author === null || author.name.trim() !== '').toBe(true);
        },
      ),
    );
    const start = performance.now();
    for (const part of ['{', '\\{', "\\'{", '$', ',', '\\url{']) nameOf(part.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('bibtexNames', () => {
  it('parts names by `and` in any case, outside braces', () => {
    expect(bibtexNames('Example, Ada AND\n {Rise and Fall}  and  Sample, Ben')).toEqual({
      names: ['Example, Ada', '{Rise and Fall}', 'Sample, Ben'],
      hasAll: true,
    });
  });

  it('sees that others are left out', () => {
    expect(bibtexNames('Example, Ada and others')).toEqual({ names: ['Example, Ada'], hasAll: false });
  });

  it('parts a list by commas where one name was expected', () => {
    expect(bibtexNames('Ada Example, Ben Sample, Cy Third').names).toHaveLength(3);
    expect(bibtexNames('de la Tour, Jr., Ana').names).toHaveLength(1);
  });

  it.each([
    ['Example, Ada; Sample, Ben', ['Example, Ada', 'Sample, Ben']],
    ['Ada Example & Ben Sample', ['Ada Example', 'Ben Sample']],
    ['{Rise; Fall & Co.} and Widgets \\& Sons', ['{Rise; Fall & Co.}', 'Widgets \\& Sons']],
    ['O&apos;Neil, Tip and Example, Ada', ['O&apos;Neil, Tip', 'Example, Ada']],
    ['Example, A., Sample, B. and Third, C.', ['Example, A.', 'Sample, B.', 'Third, C.']],
  ])('parts lists that are written in other ways: %s', (field, names) => {
    expect(bibtexNames(field)).toEqual({ names, hasAll: true });
  });

  it.each(['Example, A. et al.', 'Example, A., et al'])('sees that others are left out of %s', (field) => {
    expect(bibtexNames(field)).toEqual({ names: ['Example, A.'], hasAll: false });
  });
});

describe('listedNames', () => {
  it.each([
    ['Ada Example; Ben Sample', ['Ada Example', 'Ben Sample']],
    ['Example, Ada B.; Sample, Ben', ['Example, Ada B.', 'Sample, Ben']],
    ['Ada Example, Ben Sample, and Cy Third', ['Ada Example', 'Ben Sample', 'Cy Third']],
    ['Example, A., Sample, B. C., & de Third, C.', ['Example, A.', 'Sample, B. C.', 'de Third, C.']],
    ['Example, A. and Sample, B. and Cy Third', ['Example, A.', 'Sample, B.', 'Cy Third']],
    ['Example, Ann', ['Example, Ann']],
    ['Ann Example', ['Ann Example']],
    ['John Example, Jr., Ben Sample', ['John Example, Jr.', 'Ben Sample']],
    ['A. Example (1), B. Sample (2) ((1) X, (2) Y)', ['A. Example', 'B. Sample']],
    ['Ann O&#39;Neil; Bo Li', ["Ann O'Neil", 'Bo Li']],
  ])('parts %s', (list, names) => {
    expect(listedNames(list)).toEqual({ names, hasAll: true });
  });

  it.each([
    'Ada Example; et al.',
    'Ada Example et al',
    'Ada Example, ...',
    'Ada Example and 12 others',
    'Ada Example…',
  ])('sees that %s does not name all', (list) => {
    expect(listedNames(list)).toEqual({ names: ['Ada Example'], hasAll: false });
  });

  it('states each author as written', () => {
    expect(authorsOf('author', bibtexNames('Example, Ada and others'))).toMatchObject({
      authors: [{ field: 'author', asWritten: 'Example, Ada', value: { name: 'Ada Example' } }],
      hasAllAuthors: false,
    });
  });
});
