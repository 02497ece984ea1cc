import fc from 'fast-check';
import { html, type Part } from '../../src/read/html';

describe('a template', () => {
  it('escapes what is put into it, within quotes too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', '=') }), (text) => {
        const [, attribute, content] =
          /^<a title="([^"]*)">([^<]*)<\/a>$/.exec(html`<a title="${text}">${text}</a>`.text) ?? [];
        expect(attribute).toBe(content);
        expect(attribute?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(text);
      }),
    );
  });

  it('keeps HTML, puts lists in a row, and leaves out what is nothing', () => {
    const parts: Part[] = [html`<b>a</b>`, 'b & c', 3, null, undefined, false, [html`<i>d</i>`]];
    expect(html`<p>${parts}</p>`.text).toBe('<p><b>a</b>b &#38; c3<i>d</i></p>');
  });
});
