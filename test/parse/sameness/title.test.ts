import fc from 'fast-check';
import { countTellingWords, isMarked, paperSlug, titleKey } from '../../../src/parse/sameness/title';
import { slugify } from '../../../src/text/slugify';

describe('a title key', () => {
  it.each([
    ["Fr\\'echet Means of Currents", 'Fréchet Means of Currents'],
    ["Fr{\\'e}chet means", 'Fre\u0301chet Means'],
    ['H\\"older Bounds', 'Hölder bounds'],
    ['Na\\"{\\i}ve Bayes', 'Naïve Bayes'],
    ["Erd\\H{o}s–R\\'enyi Graphs", 'Erdős-Rényi graphs'],
    ['{\\v C}ech Complexes', 'Čech Complexes'],
    ['Polyak-{\\L}ojasiewicz Tides', 'Polyak–Łojasiewicz Tides'],
    ['S\\o rensen', 'Sørensen'],
    ['Counting Boats at the Stra{\\ss}e', 'Counting Boats at the Straße'],
    ['A$^{2}$Search', 'A²Search'],
    ['$\\bf{D^3}$QE: Learning', 'D^3QE: Learning'],
    ['$\\beta$-VAE', 'β-VAE'],
    ['The $\\ell_1$ Norm', 'The ℓ1 norm'],
    ['Q\\&A on 5\\% of Pages', 'Q&A on 5% of pages.'],
    ['Pre-alignment of Policies', 'Prealignment of policies'],
    ['Noise-Free ﬁne tuning', 'Noise free fine-tuning'],
    ['A Small Atlas of Harbour Noise', 'A Small Atlas of Harbor Noise'],
    ['Modelling Grey Colours in the Centre', 'Modeling Gray Colors in the Center'],
    ['A Catalogue of Sulphur Programmes', 'A Catalog of Sulfur Programs'],
    ['On Defence, Ageing and Judgement', 'On Defense, Aging and Judgment'],
    ['Optimisation of Labelled Analysers', 'Optimization of Labeled Analyzers'],
    ['Paediatric Haemoglobin', 'Pediatric Hemoglobin'],
  ])('is one for %j and %j', (one, other) => expect(titleKey(one)).toBe(titleKey(other)));

  it.each([
    'WITHDRAWN: Kettle Curves',
    '[Retracted] Kettle Curves',
    'RETRACTED ARTICLE: Kettle Curves',
    'Retracted—Kettle Curves',
    'Kettle Curves (withdrawn)',
    'Kettle Curves - RETRACTED',
    'Kettle Curves (v2)',
    'Kettle Curves [v3]',
    'Kettle Curves, v2',
    'Kettle Curves (Version 2.1)',
    'Kettle Curves (extended version)',
    'Kettle Curves [version 2; peer review: 2 approved]',
    '[Retracted] Kettle Curves (v2).',
  ])('of %j leaves out the mark', (title) => {
    expect(isMarked(title)).toBe(true);
    expect([titleKey(title), paperSlug(title)]).toEqual([titleKey('Kettle curves'), 'kettle-curves']);
  });

  it.each([
    ['YOLO v3', 'YOLO v4'],
    ['C++ Tides', 'C# Tides'],
    ['Release 1.1 of the Atlas', 'Release 11 of the Atlas'],
    ['Retraction: Kettle Curves', 'Kettle Curves'],
    ['Erratum to: Kettle Curves', 'Kettle Curves'],
    ['A GAN on Graphs', 'A GNN on Graphs'],
    ['Tides, Part I', 'Tides, Part II'],
    ['Modal Fusion', 'Model Fusion'],
    ['潮汐模型', '潮汐预测'],
    ['Retracted', 'Withdrawn'],
    ['???', '!!!'],
  ])('tells %j from %j', (one, other) => expect(titleKey(one)).not.toBe(titleKey(other)));

  it('is one for titles that have one slug', () => {
    const title = fc.array(fc.constantFrom('Noise', 'Free', 'ise', 'e', '1', '2', '-', ' ', ':', 'Modelling', 'é'));
    fc.assert(
      fc.property(title, fc.infiniteStream(fc.constantFrom('-', ' ', ': ', ' – ')), (parts, signs) => {
        const one = parts.join('');
        fc.pre(/[\p{L}\p{N}]/u.test(one));
        const other = one.replace(/[^\p{L}\p{N}]+/gu, () => signs.next().value ?? ' ');
        expect(slugify(other)).toBe(slugify(one));
        expect(titleKey(other)).toBe(titleKey(one));
      }),
    );
  });
});

it.each([
  [1, 'Introduction'],
  [1, 'ERRATUM (v2)'],
  [2, 'Reply to Comments'],
  [2, 'Deep Nets'],
  [4, 'A Small Atlas of Harbour Noise'],
  [1, '引言'],
  [3, '潮汐模型'],
])('%i telling words are counted in %j', (count, title) => expect(countTellingWords(title)).toBe(count));
