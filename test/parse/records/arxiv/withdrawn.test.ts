import { withdrawalIn } from '../../../../src/parse/records/arxiv/withdrawn';
import { stated } from '../../../../src/parse/records/stated';

function isWithdrawn(field: 'comments' | 'title' | 'abstract', text: string): boolean {
  const none = { comments: null, title: null, abstract: null };
  return withdrawalIn({ ...none, [field]: stated(field, text, text) })?.value ?? false;
}

describe('withdrawalIn', () => {
  it.each([
    'This paper has been withdrawn',
    'This paper has been withdrawn by the author due to a crucial sign error in equation 1',
    'The paper has been withdrawn by the authors, 12 pages',
    '4 pages; this submission has been withdrawn by arXiv administrators because of fraudulent authorship',
    'Paper withdrawn due to an error in Lemma 2',
    'Withdrawn.',
    '[withdrawn]',
    'Withdrawn by the author',
    'Temporarily withdrawn for revision',
    'withdrawn at the request of the authors',
    'This version has been withdrawn by its author',
    'This article is now withdrawn, see arXiv:0704.0001 instead',
    'This paper has been retracted by the authors',
    'Article withdrawn from arXiv',
    '12 pages, 3 figures. Withdrawn by the submitter: the proof of Theorem 3 is wrong',
  ])('is said by the comment %j', (comment) => {
    expect(isWithdrawn('comments', comment)).toBe(true);
  });

  it.each([
    '12 pages, 3 figures',
    'An earlier version of this paper was withdrawn; this is a new one',
    'The previous version has been withdrawn from the journal',
    'This paper was withdrawn from ICLR 2020, 12 pages',
    'Replaces the withdrawn paper arXiv:0704.0001',
    'The claim of Section 4 has been withdrawn',
    'arXiv:0704.0001 was withdrawn by the author',
    'A study of water that is withdrawn by agriculture',
    'This paper has not been withdrawn',
    'The number of cases withdrawn before trial',
    '',
  ])('is not said by the comment %j', (comment) => {
    expect(isWithdrawn('comments', comment)).toBe(false);
  });

  it.each([
    'This paper has been withdrawn since the results are not satisfied.',
    'We show that P is NP. This paper has been withdrawn by the author due to a gap.',
    'Withdrawn by the author.',
    'withdrawn',
    'Paper withdrawn because of an error.\n\nThe old abstract.',
  ])('is said by the abstract %j', (abstract) => {
    expect(isWithdrawn('abstract', abstract)).toBe(true);
  });

  it.each([
    'We study papers withdrawn by authors, and why this paper was withdrawn by many.',
    'We collect 42 works: each paper has been withdrawn or retracted.',
    'Utilizing papers withdrawn from arXiv, we validated our methods.',
    'Withdrawn users must be removed.',
    'Retracted articles are cited on.',
  ])('is not said by the abstract %j', (abstract) => {
    expect(isWithdrawn('abstract', abstract)).toBe(false);
  });

  it('is said by a title that marks it', () => {
    expect(
      ['Withdrawn: A Proof', '[Withdrawn] A Proof', 'This paper has been withdrawn'].map((title) =>
        isWithdrawn('title', title),
      ),
    ).toEqual([true, true, true]);
    expect(
      ['Withdrawn Consent in Europe', 'Retracted Papers and Their Readers'].map((title) => isWithdrawn('title', title)),
    ).toEqual([false, false]);
  });
});
