import { arxivIdentifierIn, arxivIdentifierOf } from '../../../src/parse/records/arxiv-identifiers';
import { identifierOf } from '../../../src/parse/records/identifiers';

describe('an identifier of arXiv from before 2007', () => {
  it.each([
    ['https://arxiv.org/abs/math.GT/0309136v2', 'math/0309136'],
    ['https://doi.org/10.48550/arXiv.math.GT/0309136', 'math/0309136'],
    ['arXiv:cs.AI/0001001', 'cs/0001001'],
    ['arXiv:cond-mat/0703772', 'cond-mat/0703772'],
  ])('%s is one with or without its class', (written, value) => {
    expect(identifierOf(written)).toEqual({ scheme: 'ARXIV', value });
    expect(arxivIdentifierOf(written)).toEqual({ scheme: 'ARXIV', value });
  });

  it('is found by itself in a field for it, and in the volume of a journal', () => {
    expect(arxivIdentifierOf('math.GT/0309136v1')).toEqual({ scheme: 'ARXIV', value: 'math/0309136' });
    expect(arxivIdentifierIn('abs/cs.AI/0001001')).toEqual({ scheme: 'ARXIV', value: 'cs/0001001' });
  });
});
