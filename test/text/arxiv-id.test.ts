import { arxivIdOf } from '../../src/text/arxiv-id';

describe('an arXiv identifier', () => {
  it.each([
    'https://arxiv.org/abs/2503.12345',
    'https://arxiv.org/abs/2503.12345v2',
    'http://www.arxiv.org/pdf/2503.12345',
    'arxiv.org/pdf/2503.12345v11.pdf',
    'https://export.arxiv.org/abs/2503.12345?context=cs',
    'https://arxiv.org/html/2503.12345v1#S2',
    'https://ar5iv.labs.arxiv.org/html/2503.12345',
    'https://ar5iv.org/abs/2503.12345/',
    'arXiv:2503.12345v2',
    'ARXIV: 2503.12345',
    'https://doi.org/10.48550/arXiv.2503.12345',
    ' 2503.12345v3 ',
  ])('is found in %j', (address) => {
    expect(arxivIdOf(address)).toBe('2503.12345');
  });

  it.each([
    ['https://arxiv.org/abs/hep-th/9901001v1', 'hep-th/9901001'],
    ['arXiv:math.GT/0309136', 'math.gt/0309136'],
    ['arxiv.org/abs/0704.0001', '0704.0001'],
  ])('of any age is found in %j', (address, id) => {
    expect(arxivIdOf(address)).toBe(id);
  });

  it.each([
    'https://arxiv.org/list/cs.LG/recent',
    'https://arxiv.org/abs/xxxx.xxxxx',
    'https://notarxiv.org/abs/2503.12345',
    'https://example.org/2503.12345',
    'owner/1234567',
    '2503.123',
    '12503.12345',
    '',
  ])('is none in %j', (address) => {
    expect(arxivIdOf(address)).toBeNull();
  });
});
