import fc from 'fast-check';
import { slugify } from '../../src/text/slugify';

describe('a slug', () => {
  it.each([
    ['Gradient is All You Need?', 'gradient-is-all-you-need'],
    ['  Fréchet   Cumulative—Covariance: Net ', 'frechet-cumulative-covariance-net'],
    ['PointNet++: Deep', 'pointnet-plus-plus-deep'],
    ['C# and C', 'c-sharp-and-c'],
    ['深度学习：综述', '深度学习-综述'],
    ['ℓ₂ ﬁne-tuning', 'l2-fine-tuning'],
    ['한국어 논문', '한국어-논문'],
  ])('of %j is %j', (title, slug) => expect(slugify(title)).toBe(slug));

  it('of a title without letters is a fingerprint, another for each title', () => {
    expect(slugify('???')).toMatch(/^untitled-[0-9a-f]{12}$/);
    expect(slugify('???')).not.toBe(slugify('!!!'));
  });

  it('is its own slug, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => expect(slugify(slugify(title))).toBe(slugify(title))),
    );
  });
});
