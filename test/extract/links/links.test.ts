import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { extractLinks, type Link } from '../../../src/extract/links/links';
import { ROOT } from '../../support/root';

const inAbstract = (abstract: string): Link[] => extractLinks({ title: 'A net', abstract });

describe('a link', () => {
  it('says what it is, how it was written and where it stands', () => {
    const abstract = 'We train a net. Code is at www.github.com/Ann/Net/tree/main/src. It works.';
    expect(inAbstract(abstract)).toEqual([
      {
        kind: 'REPOSITORY',
        url: 'https://github.com/Ann/Net',
        urlAsWritten: 'www.github.com/Ann/Net/tree/main/src',
        availability: 'AVAILABLE',
        repository: { host: 'github.com', owner: 'Ann', name: 'Net' },
        ref: 'main',
        path: 'src',
        evidence: {
          field: 'ABSTRACT',
          text: 'www.github.com/Ann/Net/tree/main/src',
          start: 27,
          end: 63,
          sentence: 'Code is at www.github.com/Ann/Net/tree/main/src.',
        },
      },
    ]);
  });

  it('keeps its blanks and escapes as they stand in the text', () => {
    const [link] = inAbstract('Code: https: //github.com/ann/my\\_net .');
    expect(link?.urlAsWritten).toBe('https: //github.com/ann/my\\_net');
    expect(link?.url).toBe('https://github.com/ann/my_net');
  });

  it('is found in the title too, before those of the abstract', () => {
    const links = extractLinks({ title: 'Net: https://net.github.io', abstract: 'Code: github.com/ann/net' });
    expect(links.map((link) => [link.evidence.field, link.url])).toEqual([
      ['TITLE', 'https://net.github.io'],
      ['ABSTRACT', 'https://github.com/ann/net'],
    ]);
  });

  it('counts UTF-16 units', () => {
    const [link] = inAbstract('🎉🎉 https://github.com/ann/net');
    expect(link?.evidence.start).toBe(5);
  });

  it('is a project page when its sentence calls it so', () => {
    expect(inAbstract('Project page: https://net.org/')[0]?.kind).toBe('PROJECT_PAGE');
    expect(inAbstract('The toolbox is available at https://net.org.')[0]?.kind).toBe('WEBSITE');
    expect(inAbstract('Project page: https://a.github.io, data: https://net.org')[1]?.kind).toBe('WEBSITE');
    expect(inAbstract('Project page: https://github.com/ann/net')[0]?.kind).toBe('REPOSITORY');
  });

  it('into a folder of projects is a project page only when its sentence calls it so', () => {
    const kinds = (abstract: string) => inAbstract(abstract).map((link) => link.kind);
    expect(kinds('Frames are from https://robots.ox.ac.uk/projects/vgg/.')).toEqual(['WEBSITE']);
    expect(kinds('Our project page is https://robots.ox.ac.uk/projects/vgg/.')).toEqual(['PROJECT_PAGE']);
  });

  it('is announced by its own sentence only', () => {
    const abstract = 'All data will be made public. Code is at github.com/ann/net. Models will be at hf.co/ann/net.';
    expect(inAbstract(abstract).map((link) => link.availability)).toEqual(['AVAILABLE', 'ANNOUNCED']);
  });
});

describe('a notebook leads to itself, then to the repository that it lies in', () => {
  it.each([
    ['https://colab.research.google.com/github/ann/net/blob/main/a.ipynb', 'github.com/ann/net', 'main', 'a.ipynb'],
    ['https://colab.research.google.com/github/ann/net', 'github.com/ann/net', null, null],
    ['https://colab.research.google.com/github/ann/my\\_net/blob/v1/a.ipynb', 'github.com/ann/my_net', 'v1', 'a.ipynb'],
    ['https://colab.research.google.com/github/ann /net/blob/v1/a.ipynb', 'github.com/ann/net', 'v1', 'a.ipynb'],
    ['https://githubtocolab.com/ann/net/blob/main/a.ipynb', 'github.com/ann/net', 'main', 'a.ipynb'],
    [
      'https://studiolab.sagemaker.aws/import/github/ann/net/blob/main/a.ipynb',
      'github.com/ann/net',
      'main',
      'a.ipynb',
    ],
    ['https://nbviewer.org/github/ann/net/tree/main/', 'github.com/ann/net', 'main', null],
    ['https://nbviewer.jupyter.org/github/ann/net/blob/main/a.ipynb', 'github.com/ann/net', 'main', 'a.ipynb'],
    [
      'https://nbviewer.org/urls/raw.githubusercontent.com/ann/net/main/a.ipynb',
      'github.com/ann/net',
      'main',
      'a.ipynb',
    ],
    ['https://mybinder.org/v2/gh/ann/net/HEAD?labpath=a.ipynb', 'github.com/ann/net', null, null],
    ['https://nbviewer.org/url/github.com/ann/net/raw/main/a.ipynb', 'github.com/ann/net', 'main', 'a.ipynb'],
    ['https://mybinder.org/v2/gh/ann/net.git/v1', 'github.com/ann/net', 'v1', null],
    ['mybinder.org/v2/gh/ann/net/v1', 'github.com/ann/net', 'v1', null],
    ['https://mybinder.org/v2/gl/ann%2Fsub%2Fnet/main', 'gitlab.com/ann/sub/net', 'main', null],
    ['https://mybinder.org/v2/git/https%3A%2F%2Fcodeberg.org%2Fann%2Fnet/main', 'codeberg.org/ann/net', null, null],
    ['https://notebooks.gesis.org/binder/v2/gh/ann/net/main', 'github.com/ann/net', 'main', null],
  ])('%s', (address, repository, ref, path) => {
    const [notebook, code, ...others] = inAbstract(`Run ${address} and see.`);
    expect(notebook).toMatchObject({ kind: 'WEBSITE', repository: null, urlAsWritten: address });
    expect(code).toMatchObject({ kind: 'REPOSITORY', url: `https://${repository}`, urlAsWritten: address, ref, path });
    expect(code?.evidence).toEqual(notebook?.evidence);
    expect(others).toEqual([]);
  });

  it.each([
    ['https://colab.research.google.com/drive/1AbC'],
    ['https://colab.research.google.com/gist/ann/1AbC/a.ipynb'],
    ['https://www.kaggle.com/code/ann/net'],
    ['https://mybinder.org/v2/zenodo/10.5281/zenodo.12/'],
    ['https://mybinder.org/v2/git/%E0%A4%A/main'],
    ['https://lab.org/github/ann/net'],
  ])('or to itself alone: %s', (address) => {
    expect(inAbstract(`Run ${address} and see.`).map((link) => link.repository)).toEqual([null]);
  });
});

describe('the same link twice is one link', () => {
  it.each([
    ['https://github.com/ann/net.git{https://github.com/ann/net}'],
    ['https://github.com/ann/net.git{https://github.com/ann/net.git}'],
    ['\\href{https://github.com/ann/net}{https://github.com/ann/net}'],
    ['$\\href{https://github.com/ann/net}{github.com/ann/net}$'],
    ['[https://github.com/ann/net](https://github.com/ann/net)'],
    ['https://github.com/ann/net and github.com/Ann/Net/'],
  ])('%s', (abstract) => {
    expect(inAbstract(abstract)).toHaveLength(1);
  });

  it('two folders of a repository are two', () => {
    expect(inAbstract('github.com/ann/net/tree/main/a and github.com/ann/net/tree/main/b')).toHaveLength(2);
  });
});

it.each([
  ['Code is available on GitHub.'],
  ['Code: https://github.com/xxxxx'],
  ['Repositories like GitHub, NPM, NuGet'],
  [''],
])('a mention of code without an address is no link: %j', (abstract) => {
  expect(inAbstract(abstract)).toEqual([]);
});

it('a paper without an abstract has the links of its title', () => {
  expect(extractLinks({ title: 'A net', abstract: null })).toEqual([]);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom(
      'https://',
      'github.com/ann/',
      'net.git',
      '{',
      '}',
      '(',
      ')',
      ' ',
      '. ',
      '\n',
      '\\_',
      '-',
      'git@',
      'Code',
      '\\char`_',
      '\ufb02ow',
      '\u00ad',
      'git ',
      'git.lab.org/',
      '/-/tree/main',
      'https://colab.research.google.com/github/',
      'mybinder.org/v2/git/',
      '%5F',
      '%E0%A4%A',
      'ü',
      '例',
    ),
  );

  it('gives links whose evidence is its own text', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (titleParts, abstractParts) => {
        const text = { title: titleParts.join(''), abstract: abstractParts.join('') };
        for (const { evidence, urlAsWritten, repository, kind } of extractLinks(text)) {
          const field = evidence.field === 'TITLE' ? text.title : text.abstract;
          expect(field.slice(evidence.start, evidence.end)).toBe(evidence.text);
          expect(urlAsWritten).toBe(evidence.text);
          expect(evidence.sentence).toContain(evidence.text);
          expect(repository !== null).toBe(kind === 'REPOSITORY');
        }
      }),
    );
  });

  it.each([
    'github.com/a/b flow ',
    'https://a b.c/ ',
    'github.com/a/b ',
    'https://a.io/ ',
    'https://a.io/(',
    'https://github.com/a- ',
    'will be ',
  ])('that repeats %j is read in linear time', (repeated) => {
    const started = performance.now();
    inAbstract(repeated.repeat(2000));
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('the shipped digest', () => {
  const seed = readFileSync(join(ROOT, 'seeds/2025-03-11.txt'), 'utf8');
  const links = seed.split(/\r?\n[^\S\n]*\r?\n/).flatMap((block) => inAbstract(block));

  it('has 13 repositories', () => {
    const repositories = links.flatMap((link) => link.repository ?? []);
    expect(repositories.map(({ host, owner, name }) => `${host}/${owner}/${name}`)).toEqual([
      'github.com/duntrain/topo',
      'github.com/safelix/dinopl',
      'github.com/SJShin-AI/UDIM',
      'github.com/statmlben/ensloss',
      'github.com/edwardjhu/TP4',
      'github.com/xuke225/EQ-Net',
      'github.com/jmlipman/TopoMortar',
      'github.com/Menoly-xin/Hardness-Level-Learning',
      'github.com/Optimization-AI/ICML2023_LDR',
      'github.com/ExplainableML/BayesCap',
      'github.com/nstucki/Betti-matching',
      'github.com/fiveai/LAME',
      'github.com/huawei-noah/Federated-Learning',
    ]);
  });

  it('has 2 project pages, both announced', () => {
    expect(
      links.filter((link) => link.repository === null).map(({ kind, url, availability }) => [kind, url, availability]),
    ).toEqual([
      ['PROJECT_PAGE', 'https://step-law.github.io/', 'ANNOUNCED'],
      ['PROJECT_PAGE', 'https://grenoble-zhang.github.io/Ctrl-U-Page/', 'ANNOUNCED'],
    ]);
  });

  it('has one deep link', () => {
    expect(links.flatMap(({ ref, path }) => (ref === null ? [] : [[ref, path]]))).toEqual([
      ['main', 'HessianAlignment'],
    ]);
  });
});
