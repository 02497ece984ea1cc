import { isEmptyQuery, parseQuery, withOpenEnd } from '../../../src/search/query/parse-query';

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

  it('takes each two characters of a script without blanks as a phrase', () => {
    expect(wanted('深度学习 loss 海')).toEqual(['深 度', '度 学', '学 习', 'loss', '海']);
    expect(wanted('GPT4深度')).toEqual(['gpt4', '深 度']);
    expect(parseQuery('"深度学习"').required).toEqual([[['深', '度', '学', '习']]]);
  });

  it('excludes what NOT stands before, as a minus does', () => {
    expect(parseQuery('tides NOT moon')).toMatchObject({ wanted: [['tide']], excluded: [['moon']] });
    expect(parseQuery('tides AND NOT "full moon"')).toMatchObject({
      required: [[['tide']]],
      excluded: [['full', 'moon']],
    });
    expect(parseQuery('tides not moon')).toMatchObject({ wanted: [['tide'], ['moon']], excluded: [] });
  });

  it('requires the words beside AND', () => {
    expect(parseQuery('deep tides AND moon')).toMatchObject({ wanted: [['deep']], required: [[['tide']], [['moon']]] });
    expect(parseQuery('tides OR waves AND non-convex').required).toEqual([
      [['tide'], ['wave']],
      [['non', 'convex'], ['nonconvex']],
    ]);
    expect(parseQuery('tides and moon').required).toEqual([]);
  });

  it('takes an operator for a word where it cannot be one', () => {
    expect(wanted('OR')).toEqual(['or']);
    expect(wanted('AND NOT')).toEqual(['and', 'not']);
    expect(parseQuery('TO BE OR NOT TO BE')).toMatchObject({ wanted: [['to'], ['be']], excluded: [], required: [] });
    expect(parseQuery('tides AND').required).toEqual([]);
  });

  it.each(['"loss landscape', 'loss "landscape', 'loss landscape"', '“loss landscape', 'the 5" loss landscape'])(
    'takes the quotation mark of %j for a sign',
    (text) => {
      expect(wanted(text)).toEqual(expect.arrayContaining(['loss', 'landscap']));
      expect(parseQuery(text).required).toEqual([]);
    },
  );

  it('keeps a phrase behind a mark that nothing closes', () => {
    expect(parseQuery('tides "of the moon "open sea"')).toMatchObject({
      wanted: [['tide'], ['moon']],
      required: [[['open', 'sea']]],
    });
  });

  it('knows names that end in a star from beginnings', () => {
    expect(parseQuery('A*')).toMatchObject({ wanted: [['astar']], prefixes: [] });
    expect(parseQuery('RRT*')).toMatchObject({ wanted: [['rrtstar'], ['rrt']], prefixes: ['rrt'] });
    expect(parseQuery('rrt*')).toMatchObject({ wanted: [], prefixes: ['rrt'] });
  });

  it('wants the other word, too, where one stands for two', () => {
    expect(wanted('bases')).toEqual(['base', 'basi']);
    expect(wanted('SimCLR++ C++')).toEqual(['simclrplusplus', 'cplusplus', 'simclr']);
  });

  it('reads the letters of TeX before the quotation marks', () => {
    expect(parseQuery('H\\"older "Fr\\\'echet mean"')).toMatchObject({
      wanted: [['holder']],
      required: [[['frechet', 'mean']]],
    });
  });

  it('takes a pasted text for words alone', () => {
    const pasted = `We lower -x and do NOT use "any of it". ${'Tides rise and fall with the moon. '.repeat(9)}`;
    expect(parseQuery(pasted)).toMatchObject({ required: [], excluded: [], prefixes: [] });
  });

  it('notes which words stand side by side', () => {
    expect(parseQuery('flat loss of the loss landscape').pairs).toEqual([
      ['flat', 'loss'],
      ['loss', 'landscap'],
    ]);
  });

  it.each(['', '   ', '???', '"', '""', '-', '*', '-pruning', 'NOT pruning', '-"a b"', '()'])(
    '%j asks for nothing',
    (text) => {
      expect(isEmptyQuery(parseQuery(text))).toBe(true);
    },
  );
});

describe('a query with an open end', () => {
  it.each([
    ['graph neur', 'graph neur*'],
    ['graph-neur', 'graph-neur*'],
    ['"graph neural" ne', '"graph neural" ne*'],
    ['graph OR neur', 'graph OR neur*'],
    ['an open "quotation ma', 'an open "quotation ma*'],
  ])('has its last word stand for all that begin so: %j', (text, open) => {
    expect(withOpenEnd(text)).toBe(open);
  });

  it.each([
    '',
    'graph ',
    'graph neural?',
    '"graph neural"',
    'graph*',
    'graph -neur',
    'graph NOT neur',
    'graph a',
    'graph OR',
    `${'a '.repeat(150)}b`,
  ])('is the same where none is begun: %j', (text) => {
    expect(withOpenEnd(text)).toBe(text);
  });
});
