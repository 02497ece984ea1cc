import { findAddresses } from '../../src/extract/find-addresses';

const found = (text: string): string[] => findAddresses(text).map(({ start, end }) => text.slice(start, end));
const read = (text: string): string[] => findAddresses(text).map(({ address }) => address);

describe('an address ends where the sentence goes on', () => {
  it.each([
    ['Code: https://github.com/ann/net.'],
    ['(https://github.com/ann/net).'],
    ['"https://github.com/ann/net"'],
    ['“https://github.com/ann/net”.'],
    ["'https://github.com/ann/net'"],
    ['`https://github.com/ann/net`'],
    ['**https://github.com/ann/net**'],
    ['_https://github.com/ann/net_'],
    ['https://github.com/ann/net; more'],
    ['https://github.com/ann/net,which is'],
    ['https://github.com/ann/net: it'],
    ['https://github.com/ann/net!'],
    ['[1]https://github.com/ann/net[2]'],
    ['at https://github.com/ann/net .'],
    ['at https://github.com/ann/net and more'],
    ['at https://github.com/ann/net The code'],
    ['at https://github.com/ann/net.The code'],
    ['at https://github.com/ann/net.We show'],
    ['at https://github.com/ann/net\nWe show'],
    ['at https://github.com/ann/net。我们'],
    ['代码在https://github.com/ann/net上'],
    ['https://github.com/ann/net\u00a0is'],
    ['https://github.com/ann/net\u200b.'],
    ['https://github.com/ann/net…'],
    ['https://github.com/ann/net—a library'],
    ['https://github.com/ann/net - a library'],
    ['https://github.com/ann/net- a library'],
    ['https://github.com/ann/net| project'],
    ['https://github.com/ann/net$.'],
    ['https://github.com/ann/net~.'],
    ['\\url{https://github.com/ann/net}.'],
    ['url{https://github.com/ann/net}'],
    ['{\\url{https://github.com/ann/net}}'],
    ['\\url{{https://github.com/ann/net}}'],
    ['\\url{ https://github.com/ann/net }'],
    ['\\url{https://github.com/ann/net'],
    ['\\href{https://github.com/ann/net}{here}'],
    ['$\\href{https://github.com/ann/net}{\\text{this}}$'],
    ['\\texttt{https://github.com/ann/net}'],
    ['\\textcolor{blue}{https://github.com/ann/net}'],
    ['[code](https://github.com/ann/net)'],
    ['<https://github.com/ann/net>'],
    ['&lt;https://github.com/ann/net&gt;'],
    ['<a href="https://github.com/ann/net">x</a>'],
    ['on GitHub.https://github.com/ann/net.'],
    ['athttps://github.com/ann/net'],
    ['page:https://github.com/ann/net'],
    ['code(https://github.com/ann/net)here'],
    ['https://https://github.com/ann/net'],
    ['https://http//github.com/ann/net'],
  ])('%j', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/net']);
  });

  it('keeps brackets that the path opens', () => {
    expect(found('(https://en.wikipedia.org/wiki/A_(b))')).toEqual(['https://en.wikipedia.org/wiki/A_(b)']);
  });

  it.each([
    ['https://github.com/ann/nethttps://ann.github.io'],
    ['https://github.com/ann/net,https://ann.github.io'],
    ['https://github.com/ann/net and ann.github.io.'],
    ['\\href{https://github.com/ann/net}{https://ann.github.io}'],
    ['code:github.com/ann/net,page:ann.github.io'],
  ])('two addresses stay two: %s', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/net', 'https://ann.github.io']);
  });
});

describe('a scheme is read however it is spelled', () => {
  it.each([
    ['github.com/ann/net.'],
    ['(github.com/ann/net)'],
    ['code:github.com/ann/net'],
    ['https:github.com/ann/net'],
    ['https:/github.com/ann/net'],
    ['https:///github.com/ann/net'],
    ['https//github.com/ann/net'],
    ['https;//github.com/ann/net'],
    ['htpps://github.com/ann/net'],
    ['htttps://github.com/ann/net'],
    ['hxxps://github.com/ann/net'],
    ['ttps://github.com/ann/net'],
    ['HTTPS://github.com/ann/net'],
    ['git+https://github.com/ann/net'],
    ['git://github.com/ann/net'],
  ])('%s', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/net']);
  });
});

describe('a blank inside an address is joined', () => {
  it.each([
    ['https: //github.com/ann/my-net.'],
    ['https : //github.com/ann/my-net.'],
    ['https:// github.com/ann/my-net.'],
    ['https: / / github.com/ann/my-net'],
    ['https: // github. com/ ann/ my-net'],
    ['https://github. com/ann/my-net.'],
    ['https://github .com/ann/my-net.'],
    ['https://github.com /ann/my-net .'],
    ['https://github.com/ ann/my-net.'],
    ['https://github.com/ann/ my-net.'],
    ['https://github.com/ann /my-net.'],
    ['https://github.com/ann/my- net.'],
    ['https://github.com/ ann/ my- net.'],
    ['github. com/ann/my-net'],
    ['github.com /ann/my-net'],
    ['github.com/ ann/my-net'],
    ['https://\ngithub.com/ann/my-net.'],
    ['https://github.com/\nann/my-net.'],
    ['https://github.com/ann/\nmy-net.'],
    ['https://github.com/ann/my-\nnet.'],
    ['\\url{https://github.com/ann /my-net }'],
  ])('%j', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/my-net']);
  });

  it.each([
    ['https://github.com/ A- B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/A -B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/A - B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/ann/a_ b.', 'https://github.com/ann/a_b'],
    ['https://github.com/ann/a _b.', 'https://github.com/ann/a_b'],
    ['https://github.com/ann/a. git', 'https://github.com/ann/a.git'],
    ['https://github.com/ann/ zoo for details', 'https://github.com/ann/zoo'],
    ['https://huggingface. co/ann/net', 'https://huggingface.co/ann/net'],
    ['https://huggingface.co/datasets/ann/ set.', 'https://huggingface.co/datasets/ann/set'],
    ['https://www. github.com/ann/net', 'https://www.github.com/ann/net'],
    ['https://ann. github.io/net', 'https://ann.github.io/net'],
    ['https://ann.github. io/net', 'https://ann.github.io/net'],
    ['https: //ann. github. io/net', 'https://ann.github.io/net'],
    ['ann.github. io/net', 'https://ann.github.io/net'],
    ['https://my- page.github.io/net', 'https://my-page.github.io/net'],
    ['https: //ann.github.io/my_net/.', 'https://ann.github.io/my_net/'],
    ['https:// ann.github.io/ net/ .Code', 'https://ann.github.io/net/'],
    ['https://sites.google. com/view/net', 'https://sites.google.com/view/net'],
    ['https: // anonymous. 4open. science/ r/ NET-1A2B/ .', 'https://anonymous.4open.science/r/NET-1A2B/'],
    ['https://openreview.net/forum?id= aBc', 'https://openreview.net/forum?id=aBc'],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['https://github.com/ann/ for details'],
    ['https://github.com/ann/ and more'],
    ['https://github.com/ann/ The code'],
    ['https://github.com/ann/ Specifically, we'],
    ['https://ann.github.io/ We show'],
    ['https://ann.github.io/ for state-of-the-art nets'],
    ['https://ann.github.io/net/ using two GPUs'],
    ['https://ann.github.io/net/\n\nA new paragraph'],
    ['https://github.com/ann/net- the library'],
  ])('but no word of the sentence: %j', (text) => {
    expect(found(text)).toEqual([text.split(/-?\s/)[0]]);
  });
});

describe('escapes inside an address stand for their characters', () => {
  it.each([
    ['\\url{https://a.org/my\\_net}', 'https://a.org/my_net'],
    ['https://a.org/my$\\_$net', 'https://a.org/my_net'],
    ['https://a.org/my{\\_}net', 'https://a.org/my_net'],
    ['https://a.org/my\\textunderscore net', 'https://a.org/my_net'],
    ['https://a.org/\\~{}ann/', 'https://a.org/~ann/'],
    ['https://a.org/$\\sim$ann/', 'https://a.org/~ann/'],
    ['https://a.org/{\\textasciitilde}ann/', 'https://a.org/~ann/'],
    ['https://a.org/∼ann/', 'https://a.org/~ann/'],
    ['https://a.org/x\\%20y', 'https://a.org/x%20y'],
    ['https://a.org/x\\#y', 'https://a.org/x#y'],
    ['https://a.org/x?y=1\\&z=2', 'https://a.org/x?y=1&z=2'],
    ['https://a.org/x?y=1&amp;z=2', 'https://a.org/x?y=1&z=2'],
    ['https://a.org/my‑net', 'https://a.org/my-net'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('an address without a scheme has a host of its own', () => {
  it.each([
    ['data: net.github.io.', 'net.github.io'],
    ['see www.net.org for', 'www.net.org'],
    ['at cs.uni.edu/~ann/net.html.', 'cs.uni.edu/~ann/net.html'],
    ['available at netlab.ai.', 'netlab.ai'],
    ['our tool (netlab.ai)', 'netlab.ai'],
    ['(sites.google.com/view/net)', 'sites.google.com/view/net'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['e.g. nets, i.e./or et.al/. with Node.js, ASP.NET and PyTorch.It'],
    ['loss functions.Combining v2.0 and 3.5/4 in the U.S./EU'],
    ['model.py, README.md/x, config.sh and train.sh/eval.sh'],
    ['write to ann@uni.edu or a.b@mail.github.io'],
    ['posts on github.com, huggingface.co and arxiv.org'],
    ['code on GitHub, NPM and the like'],
    ['the http:// scheme, http://net and https: //'],
    ['uses fast.ai'],
    ['returns max(entry.name) in loop.map'],
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it.each([
  'http:',
  '(',
  'a.',
  'a',
  'a-',
  '://',
  'git@',
  'git@a:',
  'https://',
  'https://x.',
  'https: ',
  'www.',
  'h',
  '{',
  '\\_',
  '\n',
])('a text that repeats %j is read in linear time', (piece) => {
  const started = performance.now();
  findAddresses(piece.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
