import { texTitle, texValue } from '../../src/cite/bibtex/tex-value';
import { HOSTILE_TITLES } from './support/papers';

const BACKSLASH = '{\\textbackslash}';
const CARET = '{\\textasciicircum}';

describe('texTitle', () => {
  it.each([
    ['5% & $3 #1 x_y', '5\\% \\& \\$3 \\#1 x\\_y'],
    ['a ~ b ^ c \\ d', 'a {\\textasciitilde} b {\\textasciicircum} c {\\textbackslash} d'],
    ['a < b | c > d', 'a {\\textless} b {\\textbar} c {\\textgreater} d'],
    ['the set {0, 1}', 'the set \\{0, 1\\}'],
    ['} a {', '{\\textbraceright} a {\\textbraceleft}'],
    ['{a {b}', '{\\textbraceleft}a b'],
    [
      'Müller, Erdős, Łoś, Ångström, Ñ, ç, ï',
      'M{\\"u}ller, Erd{\\H{o}}s, {\\L}o{\\\'s}, {\\r{A}}ngstr{\\"o}m, {{\\~N}}, {\\c{c}}, {\\"i}',
    ],
    ['Nguyễn 王小明 α ą þ', 'Nguyễn 王小明 α ą þ'],
    [
      "Fr\\'echet and {\\L}ojasiewicz by \\emph{hand}: 100\\% of \\$5",
      "Fr{\\'e}chet and {\\L}ojasiewicz by hand: 100\\% of \\$5",
    ],
    ['\\alpha-decay', 'α-decay'],
    ['\\unknown{x} and \\unknown', 'x and {\\textbackslash}unknown'],
    ['$\\text{R}^2$ and $x_i$', '{$\\text{R}^2$} and $x_i$'],
    ['\\(x_i\\) and $$y_i$$', '$x_i$ and $$y_i$$'],
    ['costs $5 and $10', 'costs \\$5 and \\$10'],
    ['a lone $x_i', 'a lone \\$x\\_i'],
    ['$\\frac{1}{2$', `\\$${BACKSLASH}frac{\\textbraceleft}1{\\textbraceright}{\\textbraceleft}2\\$`],
    ['$5%#&$ x', '$5\\%\\#\\&$ x'],
    ['$\\left\\{x\\right.$', '$\\left\\lbrace x\\right.$'],
    ['$\\{x\\}$', '$\\{x\\}$'],
    ['a\n b\u0000\tc', 'a b c'],
  ])('writes %s', (title, value) => {
    expect(texTitle(title)).toBe(value);
  });

  it.each([
    ['GPU time', '{GPU} time'],
    ['TopoMortar: a dataset', '{TopoMortar}: a dataset'],
    ['GPT-4 and mRNA in 3D', '{GPT}-4 and {mRNA} in {3D}'],
    ['U-Net in C++ for X-ray', '{U-Net} in {C}++ for {X}-ray'],
    ['A Dataset to Evaluate', 'A Dataset to Evaluate'],
    ['McMüller', '{McM{\\"u}ller}'],
    ['École', "{\\'E}cole"],
    ['A NEW METHOD FOR ALL', 'A NEW METHOD FOR ALL'],
    ['$\\Delta$-nets', '{$\\Delta$}-nets'],
  ])('holds the capitals of %s', (title, value) => {
    expect(texTitle(title)).toBe(value);
  });

  it.each([
    ['\\input{/etc/passwd}', '/etc/passwd'],
    ['\\immediate\\write18{x}', '{\\textbackslash}immediate{\\textbackslash}write18x'],
    ['$\\input{x}$', `\\$${BACKSLASH}input\\{x\\}\\$`],
    ['$^^5cinput x$', `\\$${CARET}${CARET}5cinput x\\$`],
    ['$\\catcode`\\%=12$', `\\$${BACKSLASH}catcode\`${BACKSLASH}\\%=12\\$`],
    ['$\\end{document}$', null],
    ['$\\csname input\\endcsname x$', null],
    ['$\\openout1=x$', null],
    ['$\\@@input x$', null],
  ])('brings no command that acts: %s', (title, value) => {
    const written = texTitle(title);
    if (value !== null) expect(written).toBe(value);
    expect(written.replace(/\{\\textbackslash\}|\\[$%{}_]|\{\\textasciicircum\}/g, '')).not.toMatch(/\\/);
  });
});

describe('texValue', () => {
  it.each(HOSTILE_TITLES)('has braces that come out even, as BibTeX counts them: %j', (text) => {
    for (const value of [texValue(text), texTitle(text)]) {
      let depth = 0;
      for (const [brace] of value.matchAll(/[{}]/g)) {
        depth += brace === '{' ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(value).not.toMatch(/[\n\r\t\0]/);
    }
  });
});
