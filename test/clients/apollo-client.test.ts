import { type Offprint, startOffprint } from './support/offprint';
import { runProgram, startProgram } from './support/run-program';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

interface Pages {
  pages: number;
  slugs: string[];
}

describe('Apollo Client', () => {
  it('reads lists to their ends by fetchMore, and keeps each paper once', async () => {
    const { everything, ofTopic, papers, slug, paper } = await runProgram<{
      everything: Pages;
      ofTopic: Pages;
      papers: number;
      slug: string;
      paper: object;
    }>('apollo/pages.ts', offprint.url);
    expect(everything.pages).toBe(3);
    expect(new Set(everything.slugs).size).toBe(51);
    expect(everything.slugs).toHaveLength(51);
    expect(ofTopic.pages).toBeGreaterThan(2);
    expect(new Set(ofTopic.slugs).size).toBe(ofTopic.slugs.length);
    expect(everything.slugs).toEqual(expect.arrayContaining(ofTopic.slugs));
    expect(papers).toBe(51);
    expect(paper).toMatchObject({
      __typename: 'Paper',
      slug,
      title: expect.any(String),
      'excerpt({"length":80})': expect.stringMatching(/^.{20,80}$/),
    });
  });

  it('asks by hashes at addresses of their own, once the server has learnt the text', async () => {
    const [first, second] = await runProgram<[Asked, Asked]>('apollo/persisted.ts', offprint.url);
    const data = { corpus: { __typename: 'Corpus', id: expect.any(String), paperCount: 51 } };
    expect(first).toMatchObject({
      data,
      noted: [
        { method: 'GET', status: 200, etag: null },
        { method: 'POST', status: 200 },
      ],
    });
    expect(second).toMatchObject({
      data,
      noted: [{ method: 'GET', status: 200, etag: expect.stringMatching(/^(W\/)?".+"$/) }],
    });
  });

  it('hears of an import, and lets its process end', async () => {
    const program = startProgram('apollo/live.ts', offprint.url);
    expect(await program.next()).toBe('listening');
    await offprint.importPaper('2025-06-01', 'Widgets for Apollo', 'How widgets age in the towns of the coast.');
    expect(await program.next()).toMatchObject({
      event: { paperAdded: { cursor: expect.any(String), paper: { title: 'Widgets for Apollo' } } },
      cached: { __typename: 'Paper', title: 'Widgets for Apollo' },
    });
    await program.ended;
  });
});

interface Asked {
  data: object;
  noted: object[];
}
