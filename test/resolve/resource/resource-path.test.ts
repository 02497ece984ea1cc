import fc from 'fast-check';
import {
  pathOfRepository,
  pathOfSlug,
  readOwnAddress,
  readResourcePath,
} from '../../../src/resolve/resource/resource-path';
import { anyText } from '../../support/any-text';

describe('the path of a thing', () => {
  it.each([
    ['Paper', 'neural-collapse', '/papers/neural-collapse'],
    ['Topic', 'domain-generalization', '/topics/domain-generalization'],
    ['Digest', '2025-03-11', '/2025-03-11'],
    ['Digest', '2025-03-11-mar-12', '/2025-03-11-mar-12'],
    ['Digest', 'graphql', '/digests/graphql'],
    ['Digest', 'papers', '/digests/papers'],
    ['Paper', 'fréchet-距離', '/papers/fr%C3%A9chet-%E8%B7%9D%E9%9B%A2'],
  ] as const)('%s %s: %s', (type, slug, path) => {
    expect(pathOfSlug(type, slug)).toBe(path);
    expect(readResourcePath(path)).toEqual({ type, key: slug });
  });

  it.each([
    [{ host: 'github.com', owner: 'ExplainableML', name: 'BayesCap' }, '/code/github.com/ExplainableML/BayesCap'],
    [{ host: 'gitlab.com', owner: 'group/Sub', name: 'x.y' }, '/code/gitlab.com/group/Sub/x.y'],
    [{ host: 'git.example.org:8443', owner: 'a b', name: 'c#?' }, '/code/git.example.org%3A8443/a%20b/c%23%3F'],
  ])('of a repository leads back to it, whatever its case: %j', (repository, path) => {
    expect(pathOfRepository(repository)).toBe(path);
    const { host, owner, name } = repository;
    const key = `${host}/${owner}/${name}`.toLowerCase();
    if (/\s/.test(owner)) expect(readResourcePath(path)).toBeNull();
    else expect(readResourcePath(path)).toEqual({ type: 'Repository', key });
  });

  it.each([
    '',
    '/',
    'papers/x',
    '/papers',
    '/papers/',
    '/papers/No Slug',
    '/papers/x/y',
    '/papers//x',
    '/papers/x%00',
    '/papers/%E0%A4%A',
    '/code/github.com/owner',
    '/code/github.com//name',
    '/code/github.com/owner/na%00me',
    '/graphql',
    '/healthz',
    '/metrics',
    '/2025',
    '/2025-03-11/x',
    '//papers/x',
    '/Papers/x',
  ])('is not %j', (path) => {
    expect(readResourcePath(path)).toBeNull();
  });

  it('is read from any text without an exception', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        readResourcePath(text);
        readResourcePath(`/papers/${text}`);
        readResourcePath(`/code/${text}/a/b`);
        readOwnAddress('http://localhost:4000', text);
      }),
    );
  });
});

describe('an address', () => {
  const read = (url: string) => readOwnAddress('https://example.org/offprint', url);

  it.each([
    'https://example.org/offprint/papers/x',
    'HTTPS://Example.org/offprint/papers/x/',
    ' https://example.org/offprint/papers/x?from=mail#why ',
    '/papers/x',
  ])('of this server leads to what has it: %s', (url) => {
    expect(read(url)).toEqual({ type: 'Paper', key: 'x' });
  });

  it.each([
    'https://example.org/papers/x',
    'https://example.org/offprint2/papers/x',
    'https://example.org/offprintpapers/x',
    'http://example.org/offprint/papers/x',
    'https://elsewhere.org/papers/x',
    '//example.org/papers/x',
    'papers/x',
  ])('elsewhere leads to nothing here: %s', (url) => {
    expect(read(url)).toBeNull();
  });
});
