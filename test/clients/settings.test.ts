import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importDigest } from './support/import-digest';
import { type Offprint, startOffprint } from './support/offprint';
import { runProgram, startProgram } from './support/run-program';
import { runTool } from './support/run-tool';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

/** What TypeScript is asked by apps that ask little of it, and by those that ask all. */
const LAX = ['--strict', 'false'];
const STRICT = [
  ...['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noPropertyAccessFromIndexSignature'],
  ...['--noImplicitReturns', '--noImplicitOverride', '--noUnusedLocals', '--noUnusedParameters'],
  ...['--verbatimModuleSyntax', '--erasableSyntaxOnly', '--isolatedDeclarations', '--declaration'],
];

describe('the settings made from the schema', () => {
  it.each([[LAX], [STRICT]])('compile with %j', async (flags) => {
    const files = readdirSync(join(__dirname, 'settings')).filter((name) => name.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(2);
    const modules = ['--module', 'preserve', '--moduleResolution', 'bundler', '--target', 'ES2022', '--skipLibCheck'];
    const compile = ['--ignoreConfig', '--noEmit', '--types', 'node', ...modules, ...flags];
    await runTool(join(__dirname, 'settings'), 'tsc', [...compile, ...files]);
  });

  it('have Apollo Client keep lists, parts and nulls as they are', async () => {
    expect(await runProgram('settings/apollo-client.ts', offprint.url)).toBe('kept');
  });

  it('have graphcache keep lists, parts and nulls as they are, also after an import', async () => {
    const program = startProgram('settings/graphcache.ts', offprint.url);
    expect(await program.next()).toBe('kept');
    await importDigest(offprint.databaseUrl, '2025-06-01', [
      'Widgets on Top',
      'How widgets age in towns of the coast.',
    ]);
    expect(await program.next()).toBe('and begun anew');
    await program.ended;
  });
});
