import { findAddresses } from '../../../../src/extract/links/address/find-addresses';

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
    ['https://github.com/ann/net—a library'],
    ['https://github.com/ann/net¹'],
    ['1https://github.com/ann/net'],
    ['¹github.com/ann/net'],
    ['1github.com/ann/net'],
    ['\\texttt{github.com/\\-ann/\\-net}'],
    ['https://github.com/ann/net^1'],
    ['https://github.com/ann/net.1 We show'],
    ['https://github.com/ann/net\\footnote{It} flows'],
    ['https://github.com/ann/net\\nWe show'],
    ['`https://github.com/ann/net` flows'],
    ['<https://github.com/ann/net> flows'],
    ['{\\tt https://github.com/ann/net} flows'],
    ['\\textit{\\textbf{https://github.com/ann/net}} flows'],
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
    ['ht tps://github.com/ann/net'],
    ['https:\\/\\/github.com\\/ann\\/net'],
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
    ['https://github.com/ann/\r\n      my-net.'],
    ['\\url{https://github.com/ann /my-net }'],
    ['https://git hub.com/ann/my-net'],
    ['git\nhub.com/ann/my-net'],
    ['https://github.c om/ann/my-net'],
    ['https://github.co m/ann/my-net'],
    ['https://github.com/ann/my -net is'],
    ['https://github.com/ann/my\n-net is'],
    ['https://github.com/ann/my\u00ad-net is'],
    ['https://github.com/ann/my-ne\u00ad\nt is'],
    ['[code](https://github.com/ann /my-net)'],
  ])('%j', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/my-net']);
  });

  it.each([
    ['https://github.com/ A- B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/A -B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/A - B/c is', 'https://github.com/A-B/c'],
    ['https://github.com/ann/a_ b.', 'https://github.com/ann/a_b'],
    ['https://github.com/ann/a _b.', 'https://github.com/ann/a_b'],
    ['https://github.com/ann/a\n\\_b.', 'https://github.com/ann/a_b'],
    ['https://github.com/ann/a. git', 'https://github.com/ann/a.git'],
    ['https://github.com/ann/a. jl is', 'https://github.com/ann/a.jl'],
    ['https://github.com/ann/a .jl is', 'https://github.com/ann/a.jl'],
    ['hugging face.co/ann/net', 'https://huggingface.co/ann/net'],
    ['codeberg. org/ann/net', 'https://codeberg.org/ann/net'],
    ['https://netlab.co. uk/net', 'https://netlab.co.uk/net'],
    ['https://gitlab.uni- bonn.de/ann/net', 'https://gitlab.uni-bonn.de/ann/net'],
    ['https://ann lab.github.io/net', 'https://annlab.github.io/net'],
    ['https://git.sr.ht/~ ann/net', 'https://git.sr.ht/~ann/net'],
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

describe('an address that may be the beginning of a longer one is none', () => {
  it.each([
    ['https://github.com/ann/net work and more'],
    ['https://github.com/ann/net\nwork and more'],
    ['https://github.com/ann/net.\nwork and more'],
    ['https://github.com/ann/net 2 and more'],
    ['https://github.com/ann net/work and more'],
    ['https://github.com/ann/\nNet and more'],
    ['https://github.com/ann/net-'],
    ['https://github.com/ann/net-\n\nwork'],
    ['https://github.com/ann/net…'],
    ['https://github.com/ann/net...'],
    ['https://github.com/ann/net.Works well'],
    ['https://github.com/ann/net\\dotless{}work'],
    ['https://gitlab.com/ann/sub/\nnet and more'],
    ['https://huggingface.co/datasets/ann/net\nwork and more'],
    ['https://colab.research.google.com/github/ann/net work and more'],
    ['https://ann.github.io/ net and more'],
    ['https://ann.github.io/net work and more'],
    ['https://sites.google.com/view/\nnet and more'],
    ['https://anonymous.4open.science/r/NET 1A2B/ and more'],
    ['https://robots.ox .ac-uk/net'],
    ['https://netlab b.com and more'],
    ['git-\nhub.com/ann/net'],
    ['gitlab. inria.fr/ann/net'],
    ['gitlab.uni-\nbonn.de/ann/net'],
    ['ann- lab.github.io/net'],
  ])('%j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['https://github.com/ann/net and/or more'],
    ['https://github.com/ann/net using it'],
    ['https://github.com/ann/net today.'],
    ['https://github.com/ann/net. we show'],
    ['https://github.com/ann/net. arXiv has it'],
    ['https://github.com/ann/net\nkeywords: nets'],
    ['https://github.com/ann/net\n2. the next'],
    ['https://github.com/ann/net, work'],
    ['https://github.com/ann/net (work)'],
    ['_https://github.com/ann/net_'],
  ])('but not where a sentence, a list or a mark goes on: %j', (text) => {
    expect(read(text)).toEqual(['https://github.com/ann/net']);
  });

  it.each([
    ['https://github.com/ann/net/ works', 'https://github.com/ann/net/'],
    ['https://github.com/ann/net.git works', 'https://github.com/ann/net.git'],
    ['https://github.com/ann/net?tab=readme works', 'https://github.com/ann/net?tab=readme'],
    ['https://github.com/ann/net/tree/main works', 'https://github.com/ann/net/tree/main'],
    ['https://github.com/ann/net http://net.org', 'https://github.com/ann/net'],
    ['https://ann.github.io/net/ works', 'https://ann.github.io/net/'],
    ['https://ann.github.io/net.html net', 'https://ann.github.io/net.html'],
    ['https://ann.github.io net', 'https://ann.github.io'],
  ])('nor where the name has come to its end: %j', (text, first) => {
    expect(read(text)[0]).toBe(first);
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
    ['https://a.org/my\\\\_net', 'https://a.org/my_net'],
    ['https://a.org/my\\_{}net', 'https://a.org/my_net'],
    ['https://a.org/my{\\textunderscore}net', 'https://a.org/my_net'],
    ['https://a.org/my\\char`_net', 'https://a.org/my_net'],
    ['https://a.org/my\\char`\\_net', 'https://a.org/my_net'],
    ['https://a.org/my{\\char`_}net', 'https://a.org/my_net'],
    ['https://a.org/my\\char95 net', 'https://a.org/my_net'],
    ['https://a.org/my\\char"5Fnet', 'https://a.org/my_net'],
    ['https://a.org/my\\symbol{95}net', 'https://a.org/my_net'],
    ['https://a.org/my\\string_net', 'https://a.org/my_net'],
    ['https://a.org/my&#95;net', 'https://a.org/my_net'],
    ['https://a.org/my&#x5F;net', 'https://a.org/my_net'],
    ['https://a.org/&quot;my', 'https://a.org/'],
    ['https://a.org/\\\\~ann/', 'https://a.org/~ann/'],
    ['https://a.org/my\u2212net', 'https://a.org/my-net'],
    ['https://a.org/my-\ufb02ow', 'https://a.org/my-flow'],
    ['https://a.org/\ufb01sh-o\ufb03ce', 'https://a.org/fish-office'],
    ['https://a.org/\uff4d\uff59', 'https://a.org/my'],
    ['https://a.org/my\u00adnet', 'https://a.org/mynet'],
    ['https://a\u200b.org/my\u2060net', 'https://a.org/mynet'],
    ['https://\ufb02ow.github.io/x', 'https://flow.github.io/x'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what git itself is given', () => {
  it.each([
    ['git@github.com:ann/net.git.', 'https://github.com:ann/net.git'],
    ['ssh://git@gitlab.lab.org:2222/ann/net', 'https://gitlab.lab.org/ann/net'],
    ['git@lab.org:ann/net', 'git@lab.org:ann/net'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a host may hold letters of any alphabet', () => {
  it.each([
    ['at https://müller.de/net and', 'https://müller.de/net'],
    ['at müller.de/net and', 'https://müller.de/net'],
    ['at https://пример.рф/net and', 'https://пример.рф/net'],
    ['at https://例え.jp/net and', 'https://例え.jp/net'],
    ['at https://de.wikipedia.org/wiki/Größe.', 'https://de.wikipedia.org/wiki/Größe'],
    ['tide-ﬂow.github.io/x', 'https://tide-flow.github.io/x'],
    ['代码在github.com/ann/net上', 'https://github.com/ann/net'],
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
  '\\',
  '\\char`',
  '{\\',
  '\u00ad',
  'a\u00ad',
  '\u00ad\n',
  'git ',
  'git\n',
  'a. ',
  'https://git ',
  'https://例',
  '\n',
])('a text that repeats %j is read in linear time', (piece) => {
  const started = performance.now();
  findAddresses(piece.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
