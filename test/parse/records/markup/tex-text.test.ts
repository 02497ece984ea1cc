import fc from 'fast-check';
import { texText } from '../../../../src/parse/records/markup/tex-text';

describe('texText', () => {
  it.each([
    ['{{Widgets} in the Wild: 5\\% of {GPU} Time \\& More}', 'Widgets in the Wild: 5% of GPU Time & More'],
    [
      'Fr\\\'echet, M{\\"u}ller, Mar{\\\'\\i}a, \\v{c}, \\c c, \\AA ngstr{\\"{o}}m',
      'Fréchet, Müller, María, č, ç, Ångström',
    ],
    ['Nguy{\\~{\\^e}}n', 'Nguyễn'],
    ['S{\\o}ren \\O{}rsted in Gro\\ss{} Z', 'Søren Ørsted in Groß Z'],
    ['\\emph{In vivo} {\\it and} \\textbf{bold}', 'In vivo and bold'],
    ['$\\langle{}00\\overline{1}\\rangle$ of {Cu$_2$O}', '$\\langle{}00\\overline{1}\\rangle$ of Cu$_2$O'],
    ["a -- b---c -d, ``so''~x", 'a – b—c -d, “so” x'],
    ['At \\url{https://example.org/a--b\\_c}.', 'At https://example.org/a--b_c.'],
    ['At https://example.org/~me/a--b', 'At https://example.org/~me/a--b'],
    ['\\href{https://example.org}{the page}', 'the page'],
    ['{\\textless}i{\\textgreater}', '<i>'],
    ['$\\less$i$\\greater$', '<i>'],
    ['costs $5 {or} more', 'costs $5 or more'],
    ["R\\\\'enyi \\\\& x", 'Rényi & x'],
    ['C:\\temp and \\foo{bar}', 'C:\\temp and bar'],
    ['100% of R&D_x #1', '100% of R&D_x #1'],
  ])('reads %s', (written, text) => {
    expect(texText(written)).toBe(text);
  });

  it('keeps any text that has no TeX', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[\\{}$~`'-]/.test(text));
        expect(texText(text)).toBe(text);
      }),
    );
  });

  it('takes linear time', () => {
    const seconds = (text: string) => {
      const start = performance.now();
      texText(text);
      return (performance.now() - start) / 1000;
    };
    for (const part of ['\\url{', "\\'{", "\\'", '$', '{', '\\', '~--', 'http://', '`', '\\href{a}{'])
      expect(seconds(part.repeat(20_000))).toBeLessThan(5);
  });
});
