import { addressesIn, addressesOf } from '../../../src/parse/records/addresses';

describe('addressesOf', () => {
  it.each([
    ['https://example.org/a', ['https://example.org/a']],
    ['http://a.org; http://b.org/c, https://d.org', ['http://a.org', 'http://b.org/c', 'https://d.org']],
    ['https://github.com/example-lab/\n widgets', ['https://github.com/example-lab/widgets']],
    ['github.com/example-lab/widgets', ['https://github.com/example-lab/widgets']],
    ['https://example.org/a (accessed 2020)', ['https://example.org/a']],
    ['<HTTPS://Example.org/a>', ['https://Example.org/a']],
    ['https://example.org/x_(y).', ['https://example.org/x_(y)']],
    ['https://example.org/?a=1&amp;b=2', ['https://example.org/?a=1&b=2']],
    ['https://www.example.orghttps://www.example.org/a', ['https://www.example.org', 'https://www.example.org/a']],
    ['git@github.com:a/b.git', ['https://github.com/a/b.git']],
    ['ssh://git@gitlab.example.org/a/b', ['https://gitlab.example.org/a/b']],
    ['git+https://github.com/a/b', ['https://github.com/a/b']],
    ['git://github.com/a/b', ['https://github.com/a/b']],
    ['https:github.com/a/b', ['https://github.com/a/b']],
    ['https: //github.com/a/b', ['https://github.com/a/b']],
    ['https://https://github.com/a/b', ['https://github.com/a/b']],
    ['ttps://github.com/a/b', ['https://github.com/a/b']],
    ['httpbin.org/get', ['https://httpbin.org/get']],
    ['https://https.example.org/a', ['https://https.example.org/a']],
    ['git@localhost:a/b', []],
    ['javascript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['http://localhost/', []],
    ['words', []],
  ])('reads %j', (field, addresses) => {
    expect(addressesOf(field)).toEqual(addresses);
  });
});

describe('addressesIn', () => {
  it.each([
    ['Code: https://github.com/a/b.', [{ url: 'https://github.com/a/b', role: 'CODE' }]],
    ['https://a.example.org project page', [{ url: 'https://a.example.org', role: 'PROJECT' }]],
    [
      'Software at https://a.org/x, data at https://b.org/y',
      [
        { url: 'https://a.org/x', role: 'CODE' },
        { url: 'https://b.org/y', role: 'DATA' },
      ],
    ],
    ['(see github.com/a/b)', [{ url: 'https://github.com/a/b', role: 'OTHER' }]],
    ['license: http://a.org/licence', []],
  ])('finds those in %j', (text, found) => {
    expect(addressesIn(text)).toEqual(found);
  });
});
