import fc from 'fast-check';
import { parseAddress } from '../../../../src/extract/links/address/parse-address';

describe('a repository is known in any spelling of its address', () => {
  it.each([
    'https://github.com/Ann/My-Net',
    'http://github.com/Ann/My-Net',
    'github.com/Ann/My-Net',
    'www.github.com/Ann/My-Net',
    'https://www.GitHub.com/Ann/My-Net/',
    'HTTPS://GITHUB.COM/Ann/My-Net',
    ' https://github.com/Ann/My-Net.git ',
    'https://github.com//Ann//My-Net',
    'git@github.com:Ann/My-Net.git',
    'ssh://git@github.com/Ann/My-Net.git',
    'ssh://git@github.com:22/Ann/My-Net.git',
    'git+ssh://git@github.com/Ann/My-Net',
    'git://github.com/Ann/My-Net.git',
    'git+https://github.com/Ann/My-Net',
    'https:github.com/Ann/My-Net',
    'https://github.com:Ann/My-Net',
    'https://git-hub.com/Ann/My-Net',
    'https://github.com/Ann/My%2DNet',
    'https://github.com/Ann/My-Net#readme',
    'https://github.com/Ann/My-Net?tab=readme-ov-file',
    'https://github.com/Ann/My-Net/issues',
    'https://github.com/Ann/My-Net/wiki/Home',
    'https://github.com/Ann/My-Net/releases',
  ])('%s', (address) => {
    expect(parseAddress(address)).toEqual({
      kind: 'REPOSITORY',
      url: 'https://github.com/Ann/My-Net',
      repository: { host: 'github.com', owner: 'Ann', name: 'My-Net' },
      ref: null,
      path: null,
    });
  });

  it.each([
    ['https://github.com/a/b/tree/main/src/net', 'a/b', 'main', 'src/net'],
    ['https://github.com/a/b/tree/main', 'a/b', 'main', null],
    ['https://github.com/a/b/tree/main/', 'a/b', 'main', null],
    ['https://github.com/a/b/blob/v1.0/README.md#use', 'a/b', 'v1.0', 'README.md'],
    ['https://github.com/a/b/tree/refs/heads/dev/x', 'a/b', 'dev', 'x'],
    ['https://github.com/a/b/commit/0a1b2c', 'a/b', '0a1b2c', null],
    ['https://github.com/a/b/releases/tag/v1', 'a/b', 'v1', null],
    ['https://raw.githubusercontent.com/a/b/main/x/y.py', 'a/b', 'main', 'x/y.py'],
    ['https://gitlab.com/a/b/-/tree/main/x', 'a/b', 'main', 'x'],
    ['https://gitlab.com/a/b/tree/main/x', 'a/b', 'main', 'x'],
    ['https://gitlab.example-uni.edu/group/sub/b/-/blob/main/x.py', 'group/sub/b', 'main', 'x.py'],
    ['https://gitlab.inria.fr/group/sub/b.git', 'group/sub/b', null, null],
    ['https://bitbucket.org/a/b/src/master/x', 'a/b', 'master', 'x'],
    ['https://codeberg.org/a/b/src/branch/main/x', 'a/b', 'main', 'x'],
    ['https://gitee.com/a/b/tree/master/x', 'a/b', 'master', 'x'],
    ['https://github.com/a/a.github.io', 'a/a.github.io', null, null],
    ['https://github.com/a/tree', 'a/tree', null, null],
    ['https://github.com/a%2Fb%5Fc', 'a/b_c', null, null],
    ['https://gitcode.com/a/b/tree/main/x', 'a/b', 'main', 'x'],
    ['https://framagit.org/g/a/b', 'g/a/b', null, null],
    ['https://notabug.org/a/b/src/master/x', 'a/b', 'master', 'x'],
    ['https://git.sr.ht/~a/b/tree/main/item/x', '~a/b', 'main', 'x'],
    ['https://repo.or.cz/w/b.git', 'w/b', null, null],
    ['https://git.uni-bonn.de/g/a/b/-/tree/main', 'g/a/b', 'main', null],
    ['https://code.uni-bonn.de/a/b', 'a/b', null, null],
    ['https://zivgitlab.uni-bonn.de/a/b', 'a/b', null, null],
    ['https://mygit.uni-bonn.de/a/b', 'a/b', null, null],
    ['https://git.lab.org:3000/a/b/src/branch/main', 'a/b', 'main', null],
    ['https://gitea.lab.org/a/b/src/tag/v1/x', 'a/b', 'v1', 'x'],
    ['https://github.lab.org/a/b', 'a/b', null, null],
    ['https://git.müller.de/a/b', 'a/b', null, null],
    ['https://collab.tuhh.de/g/a/b/-/blob/main/x.py', 'g/a/b', 'main', 'x.py'],
    ['https://lab.org/a/b/-/issues', 'a/b', null, null],
    ['https://lab.org/a/b/src/branch/main/x', 'a/b', 'main', 'x'],
    ['https://lab.org/a/b/tree/main/x', 'a/b', 'main', 'x'],
    ['https://lab.org/a/b.git', 'a/b', null, null],
    ['https://git.lab.org/cgit/a/b.git/tree/x', 'cgit/a/b', 'x', null],
    ['https://dev.azure.com/a/p/_git/b', 'a/p/_git/b', null, null],
    ['https://bitbucket.lab.org/projects/A/repos/b/browse', 'projects/A/repos/b', null, null],
    ['git@forge.lab.org:a/b.git', 'a/b', null, null],
    ['ssh://git@forge.lab.org:2222/a/b', 'a/b', null, null],
  ])('%s is %s at %s, %s', (address, name, ref, path) => {
    const parsed = parseAddress(address);
    expect(parsed).toMatchObject({ kind: 'REPOSITORY', ref, path });
    expect(`${parsed?.repository?.owner}/${parsed?.repository?.name}`).toBe(name);
  });
});

it('keeps the port of a host, without which its address leads nowhere', () => {
  expect(parseAddress('http://www.gitlab.lab.org:8443/a/b/')).toMatchObject({
    url: 'https://gitlab.lab.org:8443/a/b',
    repository: { host: 'gitlab.lab.org:8443', owner: 'a', name: 'b' },
  });
  expect(parseAddress('ssh://git@gitlab.lab.org:2222/a/b')?.url).toBe('https://gitlab.lab.org/a/b');
});

describe('an address tells its kind', () => {
  it.each([
    ['https://github.com/ann/', 'ORGANIZATION', 'https://github.com/ann'],
    ['https://github.com/orgs/ann/repositories', 'ORGANIZATION', 'https://github.com/ann'],
    ['https://gitlab.com/groups/ann', 'ORGANIZATION', 'https://gitlab.com/ann'],
    ['https://huggingface.co/ann', 'ORGANIZATION', 'https://huggingface.co/ann'],
    ['https://github.com/features/copilot', 'WEBSITE', 'https://github.com/features/copilot'],
    ['https://github.com/topics/nets', 'WEBSITE', 'https://github.com/topics/nets'],
    ['https://gist.github.com/ann/0a1b', 'WEBSITE', 'https://gist.github.com/ann/0a1b'],
    ['huggingface.co/ann/net', 'MODEL', 'https://huggingface.co/ann/net'],
    ['https://hf.co/ann/net/tree/main', 'MODEL', 'https://huggingface.co/ann/net'],
    ['https://huggingface.co/datasets/ann/set/viewer', 'DATASET', 'https://huggingface.co/datasets/ann/set'],
    ['https://huggingface.co/spaces/ann/demo', 'SPACE', 'https://huggingface.co/spaces/ann/demo'],
    ['https://ann-demo.hf.space/', 'SPACE', 'https://ann-demo.hf.space/'],
    ['https://huggingface.co/collections/ann/c-1', 'COLLECTION', 'https://huggingface.co/collections/ann/c-1'],
    ['https://huggingface.co/papers/2401.00001', 'PAPER', 'https://huggingface.co/papers/2401.00001'],
    ['https://huggingface.co/blog/nets', 'WEBSITE', 'https://huggingface.co/blog/nets'],
    ['https://www.kaggle.com/datasets/ann/set', 'DATASET', 'https://kaggle.com/datasets/ann/set'],
    ['https://modelscope.cn/models/ann/net', 'MODEL', 'https://modelscope.cn/models/ann/net'],
    ['ann.github.io', 'PROJECT_PAGE', 'https://ann.github.io'],
    ['http://Ann.github.io/Net/', 'PROJECT_PAGE', 'https://ann.github.io/Net/'],
    ['https://ann.gitlab.io/net', 'PROJECT_PAGE', 'https://ann.gitlab.io/net'],
    ['https://ann.gitlabpages.inria.fr/net', 'PROJECT_PAGE', 'https://ann.gitlabpages.inria.fr/net'],
    ['https://sites.google.com/view/net', 'PROJECT_PAGE', 'https://sites.google.com/view/net'],
    ['https://net.pages.dev', 'PROJECT_PAGE', 'https://net.pages.dev'],
    ['https://net.vercel.app/', 'PROJECT_PAGE', 'https://net.vercel.app/'],
    ['https://net.netlify.app', 'PROJECT_PAGE', 'https://net.netlify.app'],
    ['https://lab.uni.edu/projects/net', 'WEBSITE', 'https://lab.uni.edu/projects/net'],
    ['https://code.org/ann/net', 'WEBSITE', 'https://code.org/ann/net'],
    ['https://code.lab.org/docs/net', 'WEBSITE', 'https://code.lab.org/docs/net'],
    ['https://code.lab.org/ann/net/more', 'WEBSITE', 'https://code.lab.org/ann/net/more'],
    ['https://digit.lab.org/ann/net', 'WEBSITE', 'https://digit.lab.org/ann/net'],
    ['https://docs.gitlab.com/ee/ci', 'WEBSITE', 'https://docs.gitlab.com/ee/ci'],
    ['https://github.blog/ann/net', 'WEBSITE', 'https://github.blog/ann/net'],
    ['https://git.lab.org/net', 'WEBSITE', 'https://git.lab.org/net'],
    ['https://git.lab.org/net/commit/0a1b2c3', 'WEBSITE', 'https://git.lab.org/net/commit/0a1b2c3'],
    ['https://lab.org/ann/net', 'WEBSITE', 'https://lab.org/ann/net'],
    ['https://lab.org/ann/-/net', 'WEBSITE', 'https://lab.org/ann/-/net'],
    ['https://git.lab.org', 'WEBSITE', 'https://git.lab.org'],
    ['https://zivgitlab.uni-bonn.de/ann', 'ORGANIZATION', 'https://zivgitlab.uni-bonn.de/ann'],
    ['https://anonymous.4open.science/r/net-1A2B/', 'ANONYMOUS', 'https://anonymous.4open.science/r/net-1A2B/'],
    ['https://zenodo.org/records/12', 'ARCHIVE', 'https://zenodo.org/records/12'],
    ['https://doi.org/10.5281/zenodo.12', 'ARCHIVE', 'https://doi.org/10.5281/zenodo.12'],
    ['https://osf.io/ab1cd/', 'ARCHIVE', 'https://osf.io/ab1cd/'],
    ['https://doi.org/10.1000/182', 'PAPER', 'https://doi.org/10.1000/182'],
    ['http://arxiv.org/abs/2401.00001', 'PAPER', 'https://arxiv.org/abs/2401.00001'],
    ['https://openreview.net/forum?id=aB', 'PAPER', 'https://openreview.net/forum?id=aB'],
    ['https://www.youtube.com/watch?v=aB', 'VIDEO', 'https://youtube.com/watch?v=aB'],
    ['https://aka.ms/Net', 'SHORT_LINK', 'https://aka.ms/Net'],
    ['https://git.io/Net', 'SHORT_LINK', 'https://git.io/Net'],
    ['https://net.tools', 'WEBSITE', 'https://net.tools'],
    ['http://www.net.org/a?b=1&utm_source=x#c', 'WEBSITE', 'http://www.net.org/a?b=1#c'],
  ])('%s is %s', (address, kind, url) => {
    expect(parseAddress(address)).toMatchObject({ kind, url, repository: null });
  });
});

describe('nothing is made of', () => {
  it.each([
    '',
    'nets',
    'https://',
    'https://github.com',
    'https://github.com/',
    'https://huggingface.co/',
    'https://localhost/a',
    'Node.js',
    'github.com/xxxxx',
    'https://github.com/XXX/XXX',
    'https://github.com/ann/XXXX',
    'https://github.com/anonymous/net',
    'https://github.com/username/repo',
    'https://github.com/your-name/net',
    'https://xxx.github.io',
    'https://example.com/net',
    'https://anonymous.4open.science/r/XXXX',
    'https://zenodo.org/records/XXXXXXX',
    'https://arxiv.org/abs/xxxx.xxxxx',
    'https://github.com/ann/n\u00e9t',
    'https://github.com/ann/n\u0435t',
    'https://git.lab.org/username/repo',
  ])('%j', (address) => {
    expect(parseAddress(address)).toBeNull();
  });

  it.each([
    'https://github.com/xxxnell/net',
    'https://github.com/AnonymousAuthor77/net',
    'https://github.com/yourbench/b',
  ])('a name that only looks like a placeholder is real: %s', (address) => {
    expect(parseAddress(address)?.kind).toBe('REPOSITORY');
  });
});

it('never throws, and reads its own answer again as the same', () => {
  const hosts = fc.constantFrom(
    'github.com',
    'gitlab.com',
    'huggingface.co',
    'ann.github.io',
    'net.org',
    'git.lab.org:3000',
    'code.lab.org',
    'gitcode.com',
    'mybinder.org/v2/git',
    'colab.research.google.com/github',
    'müller.de',
    'doi.org',
    'x',
  );
  const addresses = fc.tuple(hosts, fc.string()).map(([host, path]) => `${host}/${path}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), addresses), (address) => {
      const parsed = parseAddress(address);
      if (parsed === null) return;
      expect(parsed.kind === 'REPOSITORY').toBe(parsed.repository !== null);
      expect(parseAddress(parsed.url)?.url).toBe(parsed.url);
    }),
  );
});
