import { htmlText } from '../../../../src/parse/records/markup/html-text';

describe('htmlText', () => {
  it.each([
    ['A <i>Study</i> of H<sub>2</sub>O', 'A Study of H2O'],
    ['<span class="nocase">iPhone</span>s', 'iPhones'],
    ['R&amp;D, caf&eacute; &#8211; &#x3b1;', 'R&D, café – α'],
    ['R&amp;amp;D', 'R&D'],
    ['&lt;i&gt;In vivo&lt;/i&gt;', 'In vivo'],
    ['<jats:p>One.</jats:p><jats:p>Two.</jats:p>', '\n\nOne.\n\n\n\nTwo.\n\n'],
    ['a < b, c > d and x<y', 'a < b, c > d and x<y'],
    ['AT&T; &unknown;', 'AT&T; &unknown;'],
    ['List<Widget>', 'List<Widget>'],
  ])('reads %s', (written, text) => {
    expect(htmlText(written)).toBe(text);
  });
});
