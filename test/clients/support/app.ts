import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/root';
import type { Browser } from './browser';
import { type FrontEnd, openFrontEnd } from './front-end';
import { runTool } from './run-tool';

/** The address of the server as the page "From a front end" has it. */
const ADDRESS = 'http://localhost:4000/graphql';

/** A front end of `apps`, made as the page tells it. */
export interface App {
  /** Compiles it by the types that were generated. Throws with what is wrong. */
  compile(): Promise<void>;
  open(browser: Browser): Promise<FrontEnd>;
}

/**
 * Gets an app what it needs: the schema of a server, what its client is told of that, and types.
 *
 * @param name its folder
 * @param settings the files of `schema/clients` that it is to have
 * @param generate the command that makes its types
 */
export async function prepareApp(
  name: string,
  url: string,
  settings: readonly string[],
  [tool, ...args]: readonly [string, ...string[]],
): Promise<App> {
  const folder = join(ROOT, 'test/clients/apps', name);
  const published = await fetch(url.replace(/graphql$/, 'schema.graphql'));
  writeFileSync(join(folder, 'schema.graphql'), await published.text());
  for (const made of ['offprint', 'gql', 'graphql-env.d.ts'])
    rmSync(join(folder, 'src', made), { recursive: true, force: true });
  mkdirSync(join(folder, 'src/offprint'));
  for (const file of settings) cpSync(join(ROOT, 'schema/clients', file), join(folder, 'src/offprint', file));
  await runTool(folder, tool, args);
  return {
    compile: () => runTool(folder, 'tsc', ['--project', '.']),
    open: (browser) => openFrontEnd(browser, `../apps/${name}/src/main.tsx`, url, ADDRESS),
  };
}
