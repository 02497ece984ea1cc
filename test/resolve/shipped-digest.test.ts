import { startSeededApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

describe('the shipped digest', () => {
  it('leads to its 13 repositories and 2 project pages, each with the sentence that says so', async () => {
    const { digest } = await api.query(
      '{ digest(slug: "2025-03-11") { papers(first: 100) { nodes { links { kind url availability evidence { text sentence } } } } } }',
    );
    type Link = { kind: string; url: string; availability: string; evidence: { text: string; sentence: string } };
    const links: Link[] = digest.papers.nodes.flatMap(({ links }: { links: Link[] }) => links);
    const of = (wanted: string) => links.filter(({ kind }) => kind === wanted);
    expect(
      of('REPOSITORY')
        .map(({ url }) => url)
        .sort(),
    ).toEqual([
      'https://github.com/ExplainableML/BayesCap',
      'https://github.com/Menoly-xin/Hardness-Level-Learning',
      'https://github.com/Optimization-AI/ICML2023_LDR',
      'https://github.com/SJShin-AI/UDIM',
      'https://github.com/duntrain/topo',
      'https://github.com/edwardjhu/TP4',
      'https://github.com/fiveai/LAME',
      'https://github.com/huawei-noah/Federated-Learning',
      'https://github.com/jmlipman/TopoMortar',
      'https://github.com/nstucki/Betti-matching',
      'https://github.com/safelix/dinopl',
      'https://github.com/statmlben/ensloss',
      'https://github.com/xuke225/EQ-Net',
    ]);
    expect(of('PROJECT_PAGE').map(({ url, availability }) => [url, availability])).toEqual([
      ['https://step-law.github.io/', 'ANNOUNCED'],
      ['https://grenoble-zhang.github.io/Ctrl-U-Page/', 'ANNOUNCED'],
    ]);
    expect(links).toHaveLength(15);
    for (const { evidence } of links) expect(evidence.sentence).toContain(evidence.text);
  });
});
