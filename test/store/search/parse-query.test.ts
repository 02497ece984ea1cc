import { isEmptyQuery, parseQuery } from '../../../src/store/search/parse-query';

const wanted = (text: string) => parseQuery(text).wanted.map((phrase) => phrase.join(' '));

describe('a query', () => {
  it('wants its words, without those that say nothing', () => {
    expect(wanted('how does the loss landscape look?')).toEqual(['loss', 'landscap', 'look']);
  });

  it('of nothing but such words wants them after all', () => {
    expect(wanted('to be or not to be')).toEqual(['to', 'be', 'or', 'not']);
  });

  it('requires its phrases and excludes what has a minus before it', () => {
    expect(parseQuery('sharp "loss landscape" -mode -"linear paths" non-convex')).toMatchObject({
      wanted: [['sharp'], ['non'], ['convex'], ['nonconvex']],
      required: [[['loss', 'landscap']]],
      excluded: [['mode'], ['linear', 'path']],
    });
  });

  it('requires one of the phrases that OR joins, and takes OR between words for nothing', () => {
    expect(parseQuery('"neural collapse" OR "loss landscape" OR pruning').required).toEqual([
      [['neural', 'collaps'], ['loss', 'landscap'], ['prune']],
    ]);
    expect(parseQuery('pruning OR quantization')).toMatchObject({ required: [], wanted: [['prune'], ['quantiz']] });
    expect(wanted('OR pruning OR')).toEqual(['prune']);
  });

  it('knows a beginning of a word by its star', () => {
    expect(parseQuery('topo* loss')).toMatchObject({ prefixes: ['topo'], wanted: [['loss']] });
  });

  it('takes words of a script without blanks as phrases', () => {
    expect(wanted('深度学习 loss')).toEqual(['深 度 学 习', 'loss']);
  });

  it('notes which words stand side by side', () => {
    expect(parseQuery('flat loss of the loss landscape').pairs).toEqual([
      ['flat', 'loss'],
      ['loss', 'landscap'],
    ]);
  });

  it.each(['', '   ', '???', '"', '""', '-', '*', '-pruning', 'OR', '-"a b"', '()'])('%j asks for nothing', (text) => {
    expect(isEmptyQuery(parseQuery(text))).toBe(true);
  });
});
