import { type Offprint, startOffprint } from './support/offprint';
import { runProgram, startProgram } from './support/run-program';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

describe('the settings made from the schema', () => {
  it('have Apollo Client keep lists, parts and nulls as they are', async () => {
    expect(await runProgram('settings/apollo-client.ts', offprint.url)).toBe('kept');
  });

  it('have graphcache keep lists, parts and nulls as they are, also after an import', async () => {
    const program = startProgram('settings/graphcache.ts', offprint.url);
    expect(await program.next()).toBe('kept');
    await offprint.importPaper('2025-06-01', 'Widgets on Top', 'How widgets age in the towns of the coast.');
    expect(await program.next()).toBe('and begun anew');
    await program.ended;
  });
});
