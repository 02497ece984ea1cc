import { undress } from '../../../../src/parse/digest/passages/dressing';

describe('undress', () => {
  it.each([
    ['## Sparse Rivers', 'Sparse Rivers', null],
    ['## Sparse Rivers ##', 'Sparse Rivers', null],
    ['2. Sparse Rivers', 'Sparse Rivers', null],
    ['12) Sparse Rivers', 'Sparse Rivers', null],
    ['[3] Sparse Rivers', 'Sparse Rivers', null],
    ['#4 Sparse Rivers', 'Sparse Rivers', null],
    ['Paper 5: Sparse Rivers', 'Sparse Rivers', null],
    ['**Sparse Rivers**', 'Sparse Rivers', null],
    ['_Sparse Rivers_', 'Sparse Rivers', null],
    ['<b>Sparse Rivers</b>', 'Sparse Rivers', null],
    ['Title: Sparse Rivers', 'Sparse Rivers', null],
    ['**Title:** Sparse Rivers', 'Sparse Rivers', null],
    ['- **Sparse Rivers**', 'Sparse Rivers', null],
    ['[Sparse Rivers](https://example.org/a)', 'Sparse Rivers', 'https://example.org/a'],
    ['### 1. **[Sparse Rivers](https://example.org/a)**', 'Sparse Rivers', 'https://example.org/a'],
    ['Sparse Rivers (arXiv:2505.00001)', 'Sparse Rivers', 'arXiv:2505.00001'],
    ['**Sparse Rivers** ([PDF](https://example.org/a))', 'Sparse Rivers', 'https://example.org/a'],
    ['Abstract: We route.', 'We route.', null],
  ])('takes %j for %j', (printed, text, url) => {
    expect(undress(printed)).toMatchObject({ text, url });
  });

  it.each([
    '#InsTag: tags of instructions',
    '3D Rivers',
    '[Re] A study of a study',
    'A* on Charts: C** and **',
    '- an item of a list',
    '(2) fast decoding;',
    'Abstract Reasoning in Rivers',
    'f(x)',
  ])('leaves %j alone', (text) => {
    expect(undress(text)).toEqual({ text, dress: 'none', url: null });
  });
});
