import { addressOf, codeAddressesOf, webAddress } from '../../src/cite/web-address';
import { paperOf } from './support/papers';

describe('webAddress', () => {
  it.each([
    ['https://example.org/a_b%20c?d=1&e#f', 'https://example.org/a_b%20c?d=1&e#f'],
    [' https://example.org\n', 'https://example.org'],
    [
      'https://example.org/{a}?b={c}|"d"\\e^`<f> g',
      'https://example.org/%7Ba%7D?b=%7Bc%7D%7C%22d%22%5Ce%5E%60%3Cf%3E%20g',
    ],
    ['https://é.example.org/é', 'https://xn--9ca.example.org/%C3%A9'],
    ['javascript:alert(1)', null],
    ['ftp://example.org', null],
    ['example.org', null],
    ['', null],
  ])('of %j', (address, expected) => {
    expect(webAddress(address)).toBe(expected);
  });

  it('knows hosts of any letters however often it is asked', () => {
    const lost = Array.from({ length: 20_000 }, () => webAddress('https://é.example.org')).filter(
      (url) => url === null,
    );
    expect(lost).toEqual([]);
  });
});

describe('addressOf', () => {
  it.each([
    [{ url: 'https://example.org', arxivId: '2605.01234', doi: '10.5555/x' }, 'https://example.org'],
    [{ url: 'mailto:x@example.org', arxivId: 'math/0309136', doi: '10.5555/x' }, 'https://arxiv.org/abs/math/0309136'],
    [{ doi: '10.1002/(sici)1<2::a#b>3.0;4' }, 'https://doi.org/10.1002/(sici)1%3C2%3A%3Aa%23b%3E3.0%3B4'],
    [{}, null],
  ])('of %j', (known, expected) => {
    expect(addressOf(paperOf(known))).toBe(expected);
  });
});

describe('codeAddressesOf', () => {
  it('has each address once', () => {
    const codeUrls = ['https://a.example', 'x', 'https://b.example', ' https://a.example'];
    expect(codeAddressesOf(paperOf({ codeUrls }))).toEqual(['https://a.example', 'https://b.example']);
  });
});
