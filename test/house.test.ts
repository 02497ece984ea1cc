import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SRC = join(__dirname, '..', 'src');

/** The rooms: each may know itself and those before it. Rooms of one line know nothing of each other. */
const HOUSE = [
  ['explore'],
  ['text'],
  ['parse'],
  ['cite'],
  ['extract'],
  ['store'],
  ['lists'],
  ['vectors'],
  ['search', 'related', 'changes'],
  ['import', 'copy'],
  ['export'],
  ['batch'],
  ['resolve'],
  ['execute', 'read'],
  ['serve'],
  ['commands'],
];

/** Rooms that know less than what stands before them. */
const KNOWS_ONLY: Readonly<Record<string, readonly string[]>> = {
  explore: [],
  text: [],
  parse: ['text'],
  cite: ['parse', 'text'],
  extract: ['text'],
  store: ['extract', 'parse', 'text'],
  vectors: ['store'],
  execute: ['text'],
  read: ['text'],
};

/** Files beside each other that can still be taken in at a glance. */
const MOST_BESIDE_EACH_OTHER = 15;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('node_modules'),
);
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

const specifiersOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, specifier]) => specifier as string);

/** The files that a file imports, types too. */
const importsOf = new Map(
  files.map((file) => [
    file,
    specifiersOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => normalize(join(dirname(file), `${specifier}.ts`)))
      .filter((imported) => existsSync(join(SRC, imported))),
  ]),
);
const imports = [...importsOf].flatMap(([file, imported]) => imported.map((other) => [file, other] as const));

const roomOf = (file: string): string => file.split('/')[0] as string;
const lineOf = (file: string): number => HOUSE.findIndex((rooms) => rooms.includes(roomOf(file)));

/** The imports of a circle, if a file leads back to itself. */
function circleFrom(start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let file = open.shift(); file !== undefined; file = open.shift()) {
    for (const next of importsOf.get(file) ?? []) {
      if (next === start) {
        const circle = [`${file} -> ${start}`];
        for (let at = file; at !== start; at = cameFrom.get(at) as string)
          circle.unshift(`${cameFrom.get(at)} -> ${at}`);
        return circle;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      open.push(next);
    }
  }
  return null;
}

describe('the house', () => {
  it('has no other rooms', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(roomOf));
    expect([...folders].sort()).toEqual(HOUSE.flat().sort());
  });

  it.each(HOUSE.flat())('%s imports only from itself and the rooms before it', (room) => {
    const wrong = imports
      .filter(([file]) => roomOf(file) === room)
      .filter(([file, other]) => roomOf(other) !== room && lineOf(other) !== -1 && lineOf(other) >= lineOf(file))
      .map(([file, other]) => `${file} -> ${other}`);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(KNOWS_ONLY))('%s knows nothing but %j', (room, known) => {
    const wrong = imports
      .filter(([file, other]) => roomOf(file) === room && roomOf(other) !== room && lineOf(other) !== -1)
      .filter(([, other]) => !known.includes(roomOf(other)))
      .map(([file, other]) => `${file} -> ${other}`);
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    const circles = files.map(circleFrom).filter((circle) => circle !== null);
    expect(circles.sort((one, other) => one.length - other.length)[0] ?? []).toEqual([]);
  });

  it('has no folder that cannot be taken in at a glance', () => {
    const beside = new Map<string, number>();
    for (const file of files) beside.set(dirname(file), (beside.get(dirname(file)) ?? 0) + 1);
    expect([...beside].filter(([, count]) => count > MOST_BESIDE_EACH_OTHER)).toEqual([]);
  });

  it('has no file that only hands names on', () => {
    const handing = files.filter((file) => {
      const statements = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return (
        statements.trim().length > 0 && statements.replace(/^(import|export) [^;]*? from '[^']+';$/gm, '').trim() === ''
      );
    });
    expect(handing).toEqual([]);
  });

  it('keeps HTTP and Apollo in serve', () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith('serve/') && specifiersOf(file).some((path) => /^(@apollo|fastify|@fastify)/.test(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in config alone', () => {
    const readers = files.filter((file) => textOf(file).includes('process.env'));
    expect(
      readers.filter(
        (file) =>
          ![
            'start.ts',
            'production.ts',
            'commands/with-importing-store.ts',
            'commands/export.ts',
            'commands/backup.ts',
            'commands/vectors.ts',
          ].includes(file),
      ),
    ).toEqual([]);
    for (const file of readers.filter((file) => file !== 'production.ts')) {
      expect(textOf(file)).toContain('readConfig(process.env)');
    }
  });

  it('asks no one but urlOf whether a text is an address', () => {
    expect(files.filter((file) => textOf(file).includes('canParse('))).toEqual([]);
  });

  it('chooses production before any library is loaded', () => {
    expect(textOf('main.ts')).toMatch(/^import '\.\/production';\n/);
  });
});
