import { authorNames, nameInOrder } from '../../src/cite/author-name';

const partsOf = (name: string, given: string | null = null, family: string | null = null) => {
  const [author] = authorNames([{ name, given, family }]);
  if (author === undefined) return null;
  return author.kind === 'WHOLE' ? author.name : [author.family, author.given, author.suffix];
};

describe('authorNames', () => {
  it.each([
    ['Ada Example', ['Example', 'Ada', null]],
    ['Ada B. Example', ['Example', 'Ada B.', null]],
    ['Example, Ada', ['Example', 'Ada', null]],
    ['Ana de la Tour', ['de la Tour', 'Ana', null]],
    ['Ada Example Jr.', ['Example', 'Ada', 'Jr.']],
    ['Example, Jr., Ada', ['Example', 'Ada', 'Jr.']],
    ['Wei Ai', ['Ai', 'Wei', null]],
    ["Fran\\c{c}ois D{\\'e}pre", ['Dépre', 'François', null]],
    ['Mistral AI', 'Mistral AI'],
    ['The Example Team, Inc.', 'The Example Team, Inc.'],
    ['{Widgets and Sons}', 'Widgets and Sons'],
    ['ATLAS Collaboration', 'ATLAS Collaboration'],
    ['Plato', 'Plato'],
    ['王小明', '王小明'],
    ['  \u0000', null],
    ['et al.', null],
  ])('of %j', (name, expected) => {
    expect(partsOf(name)).toEqual(expected);
  });

  it('takes parts that are known', () => {
    expect(partsOf('Gabriel García Márquez', 'Gabriel', 'García Márquez')).toEqual(['García Márquez', 'Gabriel', null]);
    expect(partsOf('Ada Example III', 'Ada', 'Example')).toEqual(['Example', 'Ada', 'III']);
    expect(partsOf('The Example Team', null, 'The Example Team')).toBe('The Example Team');
  });

  it('gives names in their order', () => {
    const names = ['Example, Ada', 'Ana de la Tour Jr.', 'Plato'].map((name) => ({ name, given: null, family: null }));
    expect(authorNames(names).map(nameInOrder)).toEqual(['Ada Example', 'Ana de la Tour Jr.', 'Plato']);
  });
});
