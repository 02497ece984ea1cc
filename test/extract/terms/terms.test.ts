import fc from 'fast-check';
import { extractTerms } from '../../../src/extract/terms/terms';
import { anyText } from '../../support/any-text';

const keysOf = (title: string, abstract: string | null = null) =>
  extractTerms({ title, abstract }).map(({ key }) => key);

describe('the terms of a paper', () => {
  it('are the words and two-word phrases of its text, as it prints them first', () => {
    expect(extractTerms({ title: 'Sparse Kernels', abstract: 'Every sparse kernel is learned.' })).toEqual([
      { key: 'spars', text: 'Sparse', weight: expect.any(Number) },
      { key: 'spars kernel', text: 'Sparse Kernels', weight: expect.any(Number) },
      { key: 'kernel', text: 'Kernels', weight: expect.any(Number) },
    ]);
  });

  it('weigh count / (count + 3), a mention in the title counting as three', () => {
    const weights = new Map(
      extractTerms({ title: 'Sparse kernels', abstract: 'Kernels and kernels, then a lattice.' }).map(
        ({ key, weight }) => [key, weight],
      ),
    );
    expect(weights.get('spars')).toBe(3 / 6);
    expect(weights.get('kernel')).toBe(5 / 8);
    expect(weights.get('lattic')).toBe(1 / 4);
  });

  it('are the same in singular and plural, whatever case and accents', () => {
    expect(keysOf('Poincaré embeddings')).toEqual(keysOf('POINCARE Embedding'));
  });

  it('leave out what papers say of themselves, grammar, numbers, single letters and addresses', () => {
    expect(
      keysOf(
        'A novel state-of-the-art approach',
        'In this paper, we propose x with 42 results. Our experiments show significant improvements: https://github.com/acme/lattice and lattice.github.io.',
      ),
    ).toEqual([]);
  });

  it('keep a general noun only beside another word', () => {
    expect(keysOf('Loss function')).toEqual(['loss', 'loss function']);
    expect(keysOf('Function model')).toEqual([]);
  });

  it('reach over no comma, no full stop and no word of grammar', () => {
    expect(keysOf('Lattice, kernel. Mesh of graphs')).toEqual(['lattic', 'kernel', 'mesh', 'graph']);
  });

  it('are printed without the markup between them', () => {
    expect(
      extractTerms({ title: 'The \\emph{planted} clique; graph-cut', abstract: null }).map(({ text }) => text),
    ).toEqual(['planted', 'planted clique', 'clique', 'graph', 'graph-cut', 'cut']);
  });

  it('are at most 32, the heaviest first', () => {
    const words = Array.from({ length: 60 }, (_, index) => `zeta${String.fromCharCode(97 + (index % 26))}${index}q`);
    const terms = extractTerms({ title: words.slice(0, 3).join(', '), abstract: words.join(', ') });
    expect(terms).toHaveLength(32);
    expect(terms.slice(0, 3).map(({ text }) => text)).toEqual(words.slice(0, 3));
    expect(terms.map(({ weight }) => weight)).toEqual([...terms.map(({ weight }) => weight)].sort((a, b) => b - a));
  });

  it('whatever the text, are distinct, with weights above 0 and below 1', () => {
    fc.assert(
      fc.property(anyText(), fc.option(anyText()), (title, abstract) => {
        const terms = extractTerms({ title, abstract });
        expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
        for (const { key, text, weight } of terms) {
          expect(key).not.toMatch(/^#|^$/);
          expect(text).not.toBe('');
          expect(weight > 0 && weight < 1).toBe(true);
        }
      }),
    );
  });
});
