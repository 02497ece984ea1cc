import { plainText } from '../../src/text/plain-text';

describe('a plain text', () => {
  it.each([
    ['the Fr\\\'echet mean of {\\"o}', 'the Fréchet mean of ö'],
    ['only 0.07\\% of \\$5 \\& more', 'only 0.07% of $5 & more'],
    ['$\\alpha \\le 2$ and $\\Delta_{t}$', 'α ≤ 2 and Δ_t'],
    ['a rate of $O(\\frac{1}{\\sqrt{n}})$', 'a rate of O(1/√n)'],
    ['$\\mathcal{O}(n^{3/2} \\log n)$', 'O(n^(3/2) log n)'],
    ['$x\\in\\mathbb{R}^{d \\times d}$, $\\log\\mathcal{L}$', 'x∈R^(d × d), log L'],
    ['$\\left( a, b \\right)$ and $\\{0, 1\\}$', '( a, b ) and {0, 1}'],
    ['\\emph{in \\textbf{very} vivo} and {\\it in vitro}', 'in very vivo and in vitro'],
    ['See Fig.~2 of [3]~\\cite{a,b}.', 'See Fig. 2 of [3].'],
    ['\\href{https://x.org/~me}{our page}, \\url{https://x.org/~me}', 'our page, https://x.org/~me'],
    ["``quoted'' text", '“quoted” text'],
    ['pages 3--5 --- or so -- at last', 'pages 3–5 — or so – at last'],
    ['it costs $5 and $10 for {0, 1}', 'it costs $5 and $10 for {0, 1}'],
    ['run it with --fast, ~5 times', 'run it with --fast, ~5 times'],
    ['\\(n\\) of \\[m\\]', 'n of m'],
    ['\\emph{never {closed} and \\textbf{cut', 'never closed and cut'],
    ['{CNN}s for the {B}ayesian', 'CNNs for the Bayesian'],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('has its paragraphs, each on one line', () => {
    expect(plainText(' One\nline,\n  then another.\n\n \nA second\tone.\n')).toBe(
      'One line, then another.\n\nA second one.',
    );
  });

  it('is the text itself where no TeX is in it', () => {
    const text = 'Of a_b and c^d, at 5% (or 7 & 8), we say: “no”.';
    expect(plainText(text)).toBe(text);
  });

  it.each(['\\frac{', '$', '{', '\\{', '``', '~\\cite[', '\\sqrt{{', '---', '^{', '{ ', '$a ', '{\n', ' {~'])(
    'of a long text of nothing but %j takes no long time',
    (piece) => {
      const began = performance.now();
      plainText(piece.repeat(50_000 / piece.length));
      plainText(`{${(piece.at(-1) as string).repeat(50_000)}`);
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );
});
