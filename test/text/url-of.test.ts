import { urlOf } from '../../src/text/url-of';

describe('a text as an address', () => {
  it('has its parts', () => {
    expect(urlOf('https://example.org:8080/a?b#c')).toMatchObject({ host: 'example.org:8080', pathname: '/a' });
  });

  it.each(['', 'example.org', 'https://', 'https://exa mple.org/', 'a title'])('is none in %j', (text) => {
    expect(urlOf(text)).toBeNull();
  });

  /** `URL.canParse` turns false after some 6,400 calls on Node.js 20, once V8 has compiled it. */
  it('stays one however often it is asked', () => {
    const hosts = Array.from({ length: 30_000 }, () => urlOf('https://é.example.org/')?.host);
    expect(new Set(hosts)).toEqual(new Set(['xn--9ca.example.org']));
  });
});
