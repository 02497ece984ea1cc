import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { type Offprint, startOffprint } from './support/offprint';
import { runProgram } from './support/run-program';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

const sorted = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(sdl)));

describe('graphql-js', () => {
  it.each([16, 17])('%d builds the whole schema from an introspection of everything', async (major) => {
    const { version, problems, sdl } = await runProgram<{ version: string; problems: string[]; sdl: string }>(
      `introspection/graphql${major}.ts`,
      offprint.url,
    );
    expect(version).toMatch(new RegExp(`^${major}\\.`));
    expect(problems).toEqual([]);
    const published = await fetch(offprint.url.replace(/graphql$/, 'schema.graphql'));
    expect(sorted(sdl)).toBe(sorted(await published.text()));
  });
});
