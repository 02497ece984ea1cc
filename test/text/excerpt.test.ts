import { excerptOf } from '../../src/text/excerpt';

describe('an excerpt', () => {
  it('is the whole text on one line where it fits', () => {
    expect(excerptOf('Two lines\nof text.\n\nAnd more.', 28)).toBe('Two lines of text. And more.');
  });

  it.each([
    [27, 'Two lines of text. And…'],
    [12, 'Two lines…'],
    [10, 'Two lines…'],
    [9, 'Two…'],
    [1, '…'],
  ])('of at most %i units ends behind a word', (length, excerpt) => {
    expect(excerptOf('Two lines of text. And more.', length)).toBe(excerpt);
  });

  it('does not end in a sign that opens or goes on', () => {
    expect(excerptOf('Widgets, their parts (and more) are made', 10)).toBe('Widgets…');
    expect(excerptOf('Widgets (their parts) are made', 12)).toBe('Widgets…');
  });

  it('cuts a word that is longer than all, but no sign', () => {
    expect(excerptOf('internationalization', 8)).toBe('interna…');
    expect(excerptOf('😀'.repeat(10), 6)).toBe('😀😀…');
  });

  it('finds where words end in a script without blanks', () => {
    const text = '我们研究深度神经网络的训练过程和泛化能力以及其他许多有趣的问题'.repeat(3);
    const excerpt = excerptOf(text, 20);
    expect(excerpt.length).toBeLessThanOrEqual(20);
    expect(excerpt.length).toBeGreaterThan(15);
    expect(text.startsWith(excerpt.slice(0, -1))).toBe(true);
  });
});
