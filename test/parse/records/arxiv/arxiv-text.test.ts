import { abstractText, titleText } from '../../../../src/parse/records/arxiv/arxiv-text';
import { oneLine } from '../../../../src/parse/records/plain';

describe('titleText', () => {
  it.each([
    ['The Gr\\"obner basis of {\\\'E}tale {\\L}ojasiewicz', 'The Gröbner basis of Étale Łojasiewicz'],
    ['5\\% of R\\&D at $\\sqrt{s}=5\\%$', '5% of R&D at $\\sqrt{s}=5\\%$'],
    ['{\\it Planck} and \\emph{Gaia} {D}ata', 'Planck and Gaia Data'],
    ['From $\\Lambda_{\\alpha}$ to $$\\Lambda_{\\beta}$$', 'From $\\Lambda_{\\alpha}$ to $$\\Lambda_{\\beta}$$'],
    ['\\nu_e and $x', '\\nu_e and $x'],
    ['Plain', 'Plain'],
  ])('reads %j', (written, read) => {
    expect(oneLine(titleText(written))).toBe(read);
  });
});

describe('abstractText', () => {
  it('parts paragraphs where a line is indented, and keeps commands that later readers know', () => {
    expect(abstractText("  Poincar\\'e\nwrote.\n  Code: \\url{https://a.example/b\\_c}, $\\'x\\_y$\n")).toBe(
      "Poincaré\nwrote.\n\nCode: \\url{https://a.example/b_c}, $\\'x\\_y$",
    );
  });
});
