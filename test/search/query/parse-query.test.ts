import { isEmptyQuery, parseQuery, withOpenEnd } from '../../../src/search/query/parse-query';

const wanted = (text: string) => parseQuery(text).wanted.map((phrase) => phrase.join(' '));
const required = (text: string) => parseQuery(text).required.map(({ phrases }) => phrases);

describe('a query', () => {
  it('wants its words, without those that say nothing', () => {
    expect(wanted('how does the loss landscape look?')).toEqual(['loss', 'landscap', 'look']);
  });

  it('wants no words by which people ask for papers', () => {
    expect(wanted('I am interested in articles that describe loss landscapes')).toEqual(['loss', 'landscap']);
    expect(wanted('find papers')).toEqual(['find', 'paper']);
  });

  it('of nothing but such words wants them after all', () => {
    expect(wanted('to be or not to be')).toEqual(['to', 'be', 'or', 'not']);
  });

  it('requires its phrases and excludes what has a minus before it', () => {
    expect(parseQuery('sharp "loss landscape" -mode -"linear paths" non-convex')).toMatchObject({
      wanted: [['sharp'], ['non'], ['convex'], ['nonconvex']],
      required: [{ text: '"loss landscape"', phrases: [['loss', 'landscap']] }],
      excluded: [['mode'], ['linear', 'path']],
    });
  });

  it('requires one of the phrases that OR joins, and takes OR between words for nothing', () => {
    expect(required('"neural collapse" OR "loss landscape" OR pruning')).toEqual([
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
    expect(required('"深度学习"')).toEqual([[['深', '度', '学', '习']]]);
  });

  it('excludes what NOT stands before, as a minus does', () => {
    expect(parseQuery('tides NOT moon')).toMatchObject({ wanted: [['tide']], excluded: [['moon']] });
    expect(parseQuery('tides AND NOT "full moon"')).toMatchObject({
      required: [{ phrases: [['tide']] }],
      excluded: [['full', 'moon']],
    });
    expect(parseQuery('tides not moon')).toMatchObject({ wanted: [['tide'], ['moon']], excluded: [] });
  });

  it('requires the words beside AND', () => {
    expect(parseQuery('deep tides AND moon')).toMatchObject({
      wanted: [['deep']],
      required: [{ phrases: [['tide']] }, { phrases: [['moon']] }],
    });
    expect(required('tides OR waves AND non-convex')).toEqual([
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
      required: [{ phrases: [['open', 'sea']] }],
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
      required: [{ phrases: [['frechet', 'mean']] }],
    });
  });

  it('takes a text of more than twenty words for words alone, whatever their signs', () => {
    const asked =
      'a paper about how tides rise -both in theory and on the coast- that calls it "loss landscape" and does NOT use simul*';
    expect(parseQuery(asked)).toMatchObject({ required: [], excluded: [], prefixes: [] });
    expect(wanted(asked)).toEqual(expect.arrayContaining(['theori', 'loss', 'landscap', 'simul']));
    expect(parseQuery(asked).pairs).toContainEqual(['loss', 'landscap']);
    const typed = 'how tides rise -theory "loss landscape" on the coast of the sea where it is calm as few things are';
    expect(parseQuery(typed)).toMatchObject({ excluded: [['theori']], required: [{ text: '"loss landscape"' }] });
  });

  it('requires nothing of what is a wish', () => {
    const text = 'sharp "loss landscape of the sea" OR "neural collapse" "flat minima"';
    const wishes = new Set(['"loss landscape of the sea" OR "neural collapse"']);
    const query = parseQuery(text, wishes);
    expect(query.required).toEqual([{ text: '"flat minima"', phrases: [['flat', 'minimum']] }]);
    expect(query.wanted).toEqual([['sharp'], ['loss'], ['landscap'], ['sea'], ['neural'], ['collaps']]);
    expect(query.pairs).toContainEqual(['loss', 'landscap']);
    expect(isEmptyQuery(parseQuery('"to be"', new Set(['"to be"'])))).toBe(false);
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
