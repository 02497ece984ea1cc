import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
 * Gets an app what its part of the page tells it to get: the schema of a server, what its client is told of that, and types.
 *
 * @param name its folder
 * @param client the heading that its part stands under
 * @param url the address of the server
 */
export async function prepareApp(name: string, client: string, url: string): Promise<App> {
  const { settings, generate } = readCommands(client);
  const [tool, ...args] = generate.split(' ') as [string, ...string[]];
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

/** What a part of the page says to copy, and how to make types. Throws where it says neither. */
function readCommands(client: string): { settings: string[]; generate: string } {
  const page = readFileSync(join(ROOT, 'schema/clients/README.md'), 'utf8');
  const [, part = ''] = page.split(`\n## ${client}\n`).map((text) => text.split('\n## ')[0]);
  const copied = /^cp (.+) src\/offprint\/$/m.exec(part)?.[1];
  const generate = /^npx (.+)$/m.exec(part)?.[1];
  if (!copied || !generate)
    throw new Error(`${client}: expected commands to copy settings and to make types, got ${part}`);
  return { settings: copied.split(' ').map((file) => basename(file)), generate };
}
