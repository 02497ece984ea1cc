import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSeededApi, type TestApi } from './support/api';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

/** The README as a reader works through it: files that it writes and imports, queries with their answers. */
type Step = { file: string; text: string } | { query: string; answer: string };

const steps: Step[] = [
  ...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```|cat > (\S+) <<'END'\n(.*?)END\n/gs),
].map(([, query, answer, file, text]) =>
  query !== undefined && answer !== undefined ? { query, answer } : { file: file as string, text: text as string },
);

describe('the README', () => {
  it('shows the real answer to each of its queries, to a reader who does what it says on the way', async () => {
    for (const step of steps) {
      if ('file' in step) await api.importAny(step.file, step.text);
      else expect({ [step.query]: await api.query(step.query) }).toEqual({ [step.query]: JSON.parse(step.answer) });
    }
    expect(steps.filter((step) => 'query' in step).length).toBeGreaterThan(3);
  });

  it('lists every variable of the configuration with its default, and no other', () => {
    const listed = [...readme.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)` )?\|/gm)].map(
      ([, name, value]) => `${name}=${value ?? ''}`,
    );
    const source = readFileSync(join(ROOT, 'src/config.ts'), 'utf8');
    const names = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(listed.map((line) => line.split('=')[0]).sort()).toEqual([...names].sort());
    for (const line of listed) {
      const [name, value] = line.split('=') as [string, string];
      const rule = source
        .slice(source.indexOf(`  ${name}:`))
        .split(/,\n {2}[A-Z}]/)[0]
        ?.replaceAll('_', '');
      if (value === '') expect(rule).toContain('.optional()');
      else expect(rule).toContain(`default(${/^(\d+|true|false)$/.test(value) ? value : `'${value}'`})`);
    }
  });

  it('names only scripts and files that exist', () => {
    for (const [, script] of readme.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toContain(script);
    const prose = readme.replaceAll(/```.*?```/gs, '');
    const linked = [...prose.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path as string);
    const tests = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').matchAll(/`(test\/[\w./-]+)`/g);
    const named = [...linked, ...[...tests].map(([, path]) => path as string)];
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('shows every room of the house, and none that is not there', () => {
    const tree = /```text\n(src\/\n.*?)```/s.exec(readme)?.[1] ?? '';
    const rooms = tree.split(/^ {2}(?=\w+\/ )/m).slice(1);
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((room) => room.split('/')[0]).sort()).toEqual(folders.map(({ name }) => name).sort());
    for (const room of rooms) {
      const [name] = room.split('/') as [string];
      const inside = [...(room.split(/\n(?! {16})/)[0] as string).slice(name.length + 1).matchAll(/([\w-]+)\//g)];
      const all = readdirSync(join(ROOT, 'src', name), { recursive: true, encoding: 'utf8' }).map((path) =>
        path.split('/').at(-1),
      );
      for (const [, folder] of inside) expect(all).toContain(folder);
    }
  });

  it('says where to add what in files that exist', () => {
    const [, toAdd = ''] = /\nTo add\n(.*?)\n`npm run schema`/s.exec(readme) ?? [];
    const paths = [...toAdd.matchAll(/`([\w-]+\/[\w./-]*|[\w-]+\.\w+)`/g)].map(([, path]) => path as string);
    expect(paths.length).toBeGreaterThan(10);
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.includes('node_modules'),
    );
    const isThere = (path: string) =>
      existsSync(join(ROOT, path)) ||
      existsSync(join(ROOT, 'src', path)) ||
      files.some((file) => file.endsWith(`/${path}`));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});
