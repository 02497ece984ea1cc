import fc from 'fast-check';
import { withoutControl } from '../src/logger';
import { anyText } from './support/any-text';

describe('the log on a terminal', () => {
  it('shows what would move, colour or hide it, whatever comes', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (message, stack) => {
        const line = withoutControl(JSON.stringify({ msg: message, err: { stack } }));
        const { msg, err } = JSON.parse(line);
        expect(msg).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
        expect(err.stack.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('keeps stack traces and plain text as they are', () => {
    const line = `${JSON.stringify({ msg: 'naïve Schrödinger 論文', err: { stack: 'Error: x\n    at y' } })}\n`;
    expect(withoutControl(line)).toBe(line);
  });
});
