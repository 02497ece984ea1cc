/** Bundles a front end for the browser as its build does: `bundle.ts ENTRY OUTFILE`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformAsync } from '@babel/core';
import { build, type Plugin } from 'esbuild';
import { print } from './print';

const [entry, outfile] = process.argv.slice(2) as [string, string];

/** Puts what Relay's compiler made in the place of each `graphql` text. */
const relay: Plugin = {
  name: 'relay',
  setup({ onLoad }) {
    onLoad({ filter: /programs\/relay\/[^/]+\.tsx?$/ }, async ({ path }) => {
      const compiled = await transformAsync(await readFile(path, 'utf8'), {
        filename: path,
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [
          ['relay', { eagerEsModules: true, artifactDirectory: join(import.meta.dirname, '../relay/__generated__') }],
        ],
      });
      return { contents: compiled?.code ?? '', loader: 'tsx' };
    });
  },
};

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"development"' },
  plugins: [relay],
  logLevel: 'error',
});
print(outfile);
