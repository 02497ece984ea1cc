import {
  arxivIdentifierAt,
  arxivIdentifierIn,
  arxivIdentifierInNote,
  arxivIdentifierOf,
  arxivVersionIn,
  isArxiv,
  isArxivId,
} from '../../../src/parse/records/arxiv-identifiers';
import { identifierAs, identifierOf } from '../../../src/parse/records/identifiers';

describe('identifiers of arXiv', () => {
  it.each([
    ['2005.01234v2', '2005.01234'],
    ['arXiv: 2005.01234', '2005.01234'],
    ['2005.01234 [cs.LG]', '2005.01234'],
    ['https://arxiv.org/abs/2005.01234v3', '2005.01234'],
    ['10.48550/ARXIV.2407.08770', '2407.08770'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['2407.0877', '2407.08770'],
    ['1406.105', '1406.1050'],
    ['704.0012', '0704.0012'],
    ['2.40708770E+03', '2407.08770'],
    ['2,407.0877', '2407.08770'],
    ['2407,0877', '2407.08770'],
    ['7.0400120E+02', '0704.0012'],
    ['2.41E+03', undefined],
    ['2406.105', undefined],
    ['2413.01234', undefined],
    ['1234.5678', undefined],
    ['2407', undefined],
    ['', undefined],
  ])('are told from %j', (field, id) => {
    expect(arxivIdentifierOf(field)?.value).toBe(id);
  });

  it.each([
    ['arXiv preprint arXiv:2510.07958', '2510.07958'],
    ['abs/1512.03385v1', '1512.03385'],
    ['CoRR, abs/2005.01234', '2005.01234'],
    ['arXiv:1805.06299 [cs, stat]', '1805.06299'],
    ['abs/cs/0601001', 'cs/0601001'],
    ['arXiv preprint 2405.00017', '2405.00017'],
    ['arXiv e-prints, 2405.00017', '2405.00017'],
    ['Available at arXiv.org: 2405.00017', '2405.00017'],
    ['arXiv preprint arXiv: 2405.00017', '2405.00017'],
    ['arXiv 2019', undefined],
    ['arXiv Mar.', undefined],
    ['arXiv:2407.0877', undefined],
    ['Vol. 3', undefined],
  ])('are told from the journal or volume %j', (name, id) => {
    expect(arxivIdentifierIn(name)?.value).toBe(id);
  });

  it('are those of a note only on a line of their own', () => {
    expect(arxivIdentifierInNote('12 pages\narXiv:1706.03762 [cs]')?.value).toBe('1706.03762');
    expect(arxivIdentifierInNote('We extend arXiv:2005.01234.')).toBeNull();
  });

  it.each(['Preprint at https://arxiv.org/abs/1706.03762', 'Preprint, arXiv:1706.03762. Code is on the page.'])(
    'are those of a sentence of their own: %j',
    (note) => {
      expect(arxivIdentifierInNote(note)?.value).toBe('1706.03762');
    },
  );

  it('lie in an archive where they are of old', () => {
    expect(arxivIdentifierAt('hep-th', '9503124')?.value).toBe('hep-th/9503124');
    expect(arxivIdentifierAt('hep-th', '950312')).toBeNull();
    expect(arxivIdentifierAt('', '9503124')).toBeNull();
  });

  it('are bare numbers beside the name of arXiv', () => {
    expect(['arXiv', 'ArXiv.org', 'arXiv e-prints', 'arXiv preprint arXiv', 'CoRR'].every(isArxiv)).toBe(true);
    expect(['arXiv Notes', 'Archive', 'Physics on arXiv'].some(isArxiv)).toBe(false);
  });

  it('have the figures of their time', () => {
    expect(['1412.1234', '1501.01234', 'math/0309136'].map(isArxivId)).toEqual([true, true, true]);
    expect(['1412.12345', '1501.1234', '0703.1234'].map(isArxivId)).toEqual([false, false, false]);
    expect(identifierOf('2407.0877')).toBeNull();
  });

  it('may name a version', () => {
    expect(
      ['2005.01234v2', 'https://arxiv.org/abs/hep-th/9901001v10', '2005.01234', 'dev2'].map(arxivVersionIn),
    ).toEqual([2, 10, null, null]);
  });
});

describe('identifierAs', () => {
  it('takes an identifier for what its field is about', () => {
    expect(identifierAs('OPENALEX', 'w12')).toEqual({ scheme: 'OPENALEX', value: 'W12' });
    expect(identifierAs('DBLP', 'DBLP:conf/x/A26')).toEqual({ scheme: 'DBLP', value: 'conf/x/A26' });
    expect(identifierAs('PUBMED', '10.5555/x')).toBeNull();
    expect(identifierAs('PUBMED', 'x')).toBeNull();
  });
});
