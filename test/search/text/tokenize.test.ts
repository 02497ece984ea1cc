import fc from 'fast-check';
import { editDistance } from '../../../src/search/suggest/edit-distance';
import { compoundsOf, tokenize } from '../../../src/search/text/tokenize';
import { anyText } from '../../support/any-text';

const terms = (text: string) => tokenize(text).map(({ term }) => term);
const compounds = (text: string) => compoundsOf(text, tokenize(text)).map(({ term }) => term);

describe('the terms of a text', () => {
  it.each([
    ['inflections', 'network', 'networks'],
    ['letter case', 'sharpness aware', 'Sharpness AWARE'],
    ['accents', 'Frechet naive', 'Fréchet naïve'],
    ['British spelling', 'generalization', 'generalisation'],
    ['British spelling of nouns', 'tumor behavior in fiber', 'tumour behaviour in fibre'],
    ['British spelling of diphthongs', 'leukemia', 'leukaemia'],
    ['Greek letters', 'alpha synuclein', 'α synuclein'],
    ['apostrophes', "the teacher's loss", 'the teacher’s loss'],
    ['ligatures and widths', 'efficient GAN', 'eﬃcient ＧＡＮ'],
    ['acronyms and their plurals', 'CNN LLM VAE GPU PDE ReLU LM H100', 'CNNs LLMs VAE’s GPUs PDEs ReLUs LMs H100s'],
    ['plurals of acronyms in small letters', 'cnn llm gpu fpga h100', 'cnns llms gpus fpgas h100s'],
    [
      'plurals from Greek',
      'analysis hypothesis thesis synthesis diagnosis axis criterion phenomenon automaton polyhedron schema',
      'analyses hypotheses theses syntheses diagnoses axes criteria phenomena automata polyhedra schemata',
    ],
    [
      'plurals from Latin',
      'matrix appendix helix index vertex vortex simplex spectrum optimum bacterium nucleus radius stimulus formula datum corpus',
      'matrices appendices helices indices vertices vortices simplices spectra optima bacteria nuclei radii stimuli formulae data corpora',
    ],
    ['old plurals', 'mouse child woman', 'mice children women'],
    [
      'letters without accents',
      'Lojasiewicz Sorensen Strasse Dordevic Thor aether',
      'Łojasiewicz Sørensen Straße Đorđević Þór æther',
    ],
    [
      'letters of TeX',
      'Fréchet Hölder Erdős Erdős Čech naïve Łojasiewicz Łojasiewicz Łojasiewicz Sørensen Gårding école',
      'Fr\\\'echet H\\"{o}lder Erd\\H{o}s Erd{\\H o}s \\v{C}ech na\\"{\\i}ve \\L{}ojasiewicz {\\L}ojasiewicz \\L ojasiewicz S{\\o}rensen G\\aa rding {\\\'e}cole',
    ],
    ['escaped letters of TeX', 'Fréchet Hölder', 'Fr\\\\\'echet H\\\\"older'],
    ['accents that stand alone', 'Fréchet Hölder', 'Fr´echet H¨older'],
    ['ways to raise a number', 'R² L² x²', '$R^2$ L$^{2}$ x^{2}'],
    ['ways to write a star', 'A* RRT* C*-algebra', 'A$^*$ RRT$^{\\star}$ $C^\\ast$-algebra'],
  ])('do not tell %s apart', (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it('tell words apart by their signs', () => {
    expect(terms('C C++ C# F F# net .NET A A* R R^2')).toEqual([
      ...['c', 'cplusplus', 'csharp', 'f', 'fsharp', 'net', 'dotnet', 'a', 'astar', 'r', 'r2'],
    ]);
    expect(terms('C/C++, (C#) ASP.NET C++17 J#')).toEqual([
      ...['c', 'cplusplus', 'csharp', 'asp', 'dotnet', 'cplusplus', '17', 'jsharp'],
    ]);
  });

  it.each([
    ['emphasis', '*tides* **A** *B*', 'tides A B'],
    ['products and powers of ten', 'a*b 2*3 10^6', 'a b 2 3 10 6'],
    ['domains and sums', 'example.net a+b issue#12', 'example net a b issue 12'],
    ['commands of TeX', '\\alpha \\lambda \\emph{tides}', 'alpha lambda emph tides'],
    ['acronyms and words that end in s', 'GPS devices services media As', 'GPS devices services media as'],
  ])('are not made of %s', (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
    expect(terms('gps')).not.toEqual(terms('gp'));
  });

  it('have another one beside them where the word is written in two ways', () => {
    const also = (text: string) => tokenize(text).map(({ also }) => also);
    expect(also('SimCLR++ RRT* LMs bases media')).toEqual(['simclr', 'rrt', 'lms', 'basi', 'medium']);
    expect(also('C++ A* tides CNNs')).toEqual([null, null, null, null]);
  });

  it('are the same whatever stands behind them', () => {
    const text = 'plain words, hyphen-ated and their owner’s';
    for (const behind of [' C++', " Fr\\'echet", ' é', ' 深', ' R^2']) {
      expect(tokenize(text + behind).slice(0, tokenize(text).length)).toEqual(tokenize(text));
    }
  });

  it('are the characters of a script without blanks, one by one', () => {
    expect(terms('深度学习 deep')).toEqual(['深', '度', '学', '习', 'deep']);
  });

  it('have a hyphenated word as one word too', () => {
    expect(compounds('non-convex, GPT-4 and out-of-distribution')).toEqual([
      ...terms('nonconvex gpt4'),
      'outofdistribut',
    ]);
    expect(compounds('a - b, plain words')).toEqual([]);
  });

  it('of a run of letters without end are its first letters, none cut in half', () => {
    expect(terms(`a${'𐌰'.repeat(100)}`)).toEqual([`a${'𐌰'.repeat(31)}`]);
  });

  it('of a letter with accents without end take time in proportion to them', () => {
    // To put all of these in order took more than a minute, in milliseconds.
    const ceiling = 15_000;
    const began = performance.now();
    expect(terms(`o${'\u0301\u0323'.repeat(200_000)} networks`)).toEqual(['o', 'network']);
    expect(performance.now() - began).toBeLessThan(ceiling);
  });

  it('are letters and digits only, and stand where they say, in any text', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (text) => {
        let last = 0;
        for (const { term, start, end } of tokenize(text)) {
          expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the distance of two words', () => {
  it.each([
    ['hessian', 'hessian', 0],
    ['hesian', 'hessian', 1],
    ['alignmnet', 'alignment', 1],
    ['kitten', 'sitting', 3],
    ['abc', 'wxyz', 3],
  ])('from %s to %s is %i slips', (a, b, slips) => {
    expect(editDistance(a, b, 2)).toBe(slips);
    expect(editDistance(b, a, 2)).toBe(slips);
  });
});
