import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '..', 'src');
/** The stages, in the order in which a fact passes them. */
const stages = ['parse', 'extract', 'store', 'batch', 'resolve', 'execute', 'serve'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const importsOf = (file: string) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, path]) => path as string);

describe('the house', () => {
  it.each(stages)('%s imports only from itself and the stages before it', (stage) => {
    const later = stages.slice(stages.indexOf(stage) + 1);
    const wrong = files
      .filter((file) => file.startsWith(`${stage}/`))
      .flatMap((file) => importsOf(file).map((path) => [file, path] as const))
      .filter(([, path]) => later.some((other) => new RegExp(`^(\\.\\./)+${other}/`).test(path)));
    expect(wrong).toEqual([]);
  });

  it('keeps HTTP and Apollo in serve', () => {
    const wrong = files.filter(
      (file) => !file.startsWith('serve/') && importsOf(file).some((path) => /^(@apollo|fastify|@fastify)/.test(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in config alone', () => {
    const readers = files.filter((file) => readFileSync(join(SRC, file), 'utf8').includes('process.env'));
    expect(
      readers.filter((file) => !['start.ts', 'production.ts', 'commands/seed.ts', 'commands/backup.ts'].includes(file)),
    ).toEqual([]);
    for (const file of readers.filter((file) => file !== 'production.ts')) {
      expect(readFileSync(join(SRC, file), 'utf8')).toContain('readConfig(process.env)');
    }
  });

  it('chooses production before any library is loaded', () => {
    expect(readFileSync(join(SRC, 'main.ts'), 'utf8')).toMatch(/^import '\.\/production';\n/);
  });
});
