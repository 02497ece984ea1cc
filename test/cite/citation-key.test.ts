import fc from 'fast-check';
import { citationKey } from '../../src/cite/citation-key';
import { anyTitle, paperOf } from './support/papers';

const author = (name: string, given: string | null = null, family: string | null = null) => ({ name, given, family });

describe('citationKey', () => {
  it.each([
    ['Widgets in the Wild', [author('Ada Example')], '2026-05-13', /^example2026widgets-/],
    ['On the Widgets of 3 Towns', [author('Øyvind Müller-Łoś')], '2026', /^mullerlos2026widgets-/],
    ['Towards a New Widget', [author('Ana de la Tour Jr.')], null, /^delatourwidget-/],
    ['A $\\beta$-VAE', [author('Weiß, Jörg')], '2020', /^weiss2020beta-/],
    ["Fr\\'echet means", [author("Conan O'Brien", 'Conan', "O'Brien")], '2020-01', /^obrien2020frechet-/],
    ['The', [author('The Example Team, Inc.')], '2020', /^theexampleteaminc2020the-/],
    ['深度学习', [author('王小明')], '2024', /^anon2024-/],
    ['Widgets', [], null, /^anonwidgets-/],
  ])('of %s', (title, authors, publishedOn, expected) => {
    expect(citationKey(paperOf({ title, authors, publishedOn }))).toMatch(expected);
  });

  it('tells papers apart that have all but the slug in common', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => citationKey(paperOf({ slug: `widgets-${index}` })));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is one that every tool takes, and stays, whatever the paper says', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, fc.string(), (title, name, slug) => {
        const paper = paperOf({ title, slug, authors: [author(name)], publishedOn: '2026' });
        expect(citationKey(paper)).toMatch(/^[a-z][a-z0-9]{0,60}-[0-9a-z]{8}$/);
        expect(citationKey({ ...paper, abstract: 'x', venue: 'y', codeUrls: ['https://a.example'] })).toBe(
          citationKey(paper),
        );
      }),
      { numRuns: 500 },
    );
  });
});
