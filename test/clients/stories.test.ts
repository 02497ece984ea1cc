import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMain } from '../support/main';
import { ROOT } from '../support/root';
import { importDigest } from './support/import-digest';
import { type Offprint, startOffprint } from './support/offprint';
import { startStory, tellStory } from './support/story';

const folder = mkdtempSync(join(tmpdir(), 'offprint-stories-'));
let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(async () => {
  await offprint.stop();
  rmSync(folder, { recursive: true });
});

const FOREST = ['Forests of Widgets', 'We count widgets in forty forests, and say how they age.'] as const;
const TOWN = [
  'Widgets in Town',
  'arXiv:2503.00007\n\nWe count widgets in forty towns, and say how they grow.',
] as const;
const PONDS = ['Ponds', 'How ponds age.'] as const;
const LAKES = ['Lakes', 'How lakes age.'] as const;
const collapse = (place: string) =>
  [`Neural Collapse in ${place}`, `Neural collapse is what we look for in forty networks of ${place}.`] as const;

describe('the stories', () => {
  it('whose code is this', async () => {
    const { code, output } = await tellStory('whose-code-is-this', offprint.url);
    expect([output, code]).toEqual([
      'TopoMortar: A dataset to evaluate image segmentation methods focused on topology accuracy: “TopoMortar and our code can be found at https://github.com/jmlipman/TopoMortar”\n',
      0,
    ]);
    const ensloss = await tellStory('whose-code-is-this', offprint.url, 'github.com/statmlben/ensloss');
    expect([ensloss.output, ensloss.code]).toEqual([expect.stringMatching(/^EnsLoss: /), 0]);
    const nobodys = await tellStory('whose-code-is-this', offprint.url, 'github.com/nobody/nothing');
    expect([nobodys.output, nobodys.code]).toEqual([expect.stringContaining('expected a repository'), 1]);
  });

  it('what is new since my last visit', async () => {
    const visit = () => tellStory('what-is-new', offprint.url, join(folder, 'last-visit.json'));
    expect(await visit()).toEqual({ code: 0, output: 'welcome\n' });
    expect(await visit()).toEqual({ code: 0, output: 'new papers: 0\n' });
    expect(await visit()).toEqual({ code: 0, output: 'nothing new, and nothing sent\n' });
    await importDigest(offprint.databaseUrl, '2025-03-12', FOREST);
    expect(await visit()).toEqual({ code: 0, output: 'new papers: 1\nForests of Widgets\n' });
    expect(await visit()).toEqual({ code: 0, output: 'new papers: 0\n' });
    expect(await visit()).toEqual({ code: 0, output: 'nothing new, and nothing sent\n' });
  });

  it('the twenty bookmarks of a reader', async () => {
    await importDigest(offprint.databaseUrl, '2025-03-13', TOWN);
    const { code, output } = await tellStory('bookmarks', offprint.url);
    const lines = output.trimEnd().split('\n');
    expect([lines.length, code]).toEqual([20, 0]);
    expect(lines.filter((line) => line.includes('gone'))).toEqual([
      '9. gone: a paper that nobody printed',
      '18. gone: no-such-slug',
    ]);
    expect([lines[6], lines[13]]).toEqual(['7. Widgets in Town', '14. Widgets in Town']);
    const keys = JSON.parse(readFileSync(join(ROOT, 'test/clients/stories/bookmarks/bookmarks.json'), 'utf8'));
    expect(new Set(keys.flatMap(Object.keys))).toEqual(new Set(['slug', 'id', 'arxivId', 'doi', 'url', 'title']));
  });

  it('a mirror of the corpus', async () => {
    await importDigest(offprint.databaseUrl, '2025-03-14', collapse('Rivers'), LAKES);
    const mirror = startStory('mirror-the-corpus', offprint.url);
    await mirror.said('copied 55 papers\n');
    // One paper comes, one goes, and one is in another digest than before.
    await importDigest(offprint.databaseUrl, '2025-03-14', PONDS, collapse('Rivers'), FOREST);
    expect(await mirror.ended).toEqual({ code: 0, output: 'copied 55 papers\nin step again, with 55 papers\n' });
  });

  it('a topic, live, whatever happens to the connection', async () => {
    const databaseUrl = `sqlite:${join(folder, 'followed.sqlite')}`;
    const start = async (port: string) => {
      const main = startMain({ DATABASE_URL: databaseUrl, DRAIN_MS: '0', PORT: port });
      const { msg } = await main.line(/ready at /);
      const stop = () => main.process.kill() && main.ended;
      return { url: msg.slice(msg.indexOf('http')), stop };
    };
    const first = await start('0');
    const story = startStory('follow-a-topic', first.url, 'neural-collapse', '3');
    await story.said('following neural-collapse\n');
    await importDigest(databaseUrl, '2025-03-12', collapse('Rivers'), FOREST);
    await story.said('Neural Collapse in Rivers\n');
    await first.stop();
    await story.said('away\n');
    await importDigest(databaseUrl, '2025-03-13', collapse('Lakes'), TOWN);
    const second = await start(new URL(first.url).port);
    await story.said('Neural Collapse in Lakes\n');
    await importDigest(databaseUrl, '2025-03-14', collapse('Rivers'), collapse('Ponds'));
    const { code, output } = await story.ended;
    await second.stop();
    expect([output.replaceAll(/(?:away\n)+/g, 'away\n'), code]).toEqual([
      'following neural-collapse\nNeural Collapse in Rivers\naway\nNeural Collapse in Lakes\nNeural Collapse in Ponds\n',
      0,
    ]);
  }, 180_000);

  it('says what is wrong where it cannot go on', async () => {
    const { code, output } = await tellStory('follow-a-topic', offprint.url, 'no-such-topic');
    expect([output, code]).toEqual([expect.stringContaining('no-such-topic'), 1]);
  });
});
