import { addressKey } from '../../../../src/extract/links/address/address-key';

describe('the key of an address', () => {
  it.each([
    ['https://github.com/Ann/Net', 'git@github.com:ann/net.git'],
    ['https://github.com/Ann/Net', 'GITHUB.com/ann/NET/tree/main/src'],
    ['https://ann.github.io/Net', 'http://www.ann.github.io/Net/'],
    ['https://ann.github.io', 'ann.github.io/index.html'],
    ['https://ann.github.io/Net', 'https://ann.github.io/Net/#abstract'],
    ['https://net.org/a', 'http://www.NET.org/a/?utm_source=x'],
    ['https://arxiv.org/abs/2503.12345', 'arxiv.org/pdf/2503.12345v2.pdf'],
    ['https://doi.org/10.1000/AbC', 'http://dx.doi.org/10.1000/abc'],
    ['https://doi.org/10.1000/AbC?nosfx=y', 'doi:10.1000/abc'],
    ['Some words ', 'some words'],
  ])('is the same for %s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ['https://ann.github.io/Net', 'https://ann.github.io/net'],
    ['https://github.com/ann/net', 'https://gitlab.com/ann/net'],
    ['https://net.org/?id=1', 'https://net.org/?id=2'],
    ['https://net.org/#/a', 'https://net.org/#/b'],
    ['https://github.com/ann', 'https://github.com/ann/net'],
    ['https://doi.org/10.1000/1', 'https://doi.org/10.1000/2'],
  ])('tells %s from %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});
