import { cpSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Puts the server, as TypeScript has compiled it, and its packages into one file. Node.js takes twice as long to load them from
 * 1,400 files. What a class is called stays: TypeORM and type-graphql go by that. What the pages of the reader are made with lies
 * beside it, as it is.
 */

/**
 * Has stack traces name the files of packages without their lines. With all lines of all packages the source map is
 * eight times as large, and when it is read, for the first error, that takes 100 MB and a quarter of a second.
 */
const withoutLines: Plugin = {
  name: 'packages without lines',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.c?js$/ }, ({ path }) => {
      const everythingInLineOne = { version: 3, sources: [basename(path)], mappings: 'AAAA' };
      const map = Buffer.from(JSON.stringify(everythingInLineOne)).toString('base64');
      const text = readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, '');
      return { contents: `${text}\n//# sourceMappingURL=data:application/json;base64,${map}` };
    });
  },
};

build({
  entryPoints: ['dist/start.js'],
  outfile: 'dist/start.js',
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // The first is machine code; the second is not installed, and asked for only if type-graphql were to validate. The third
  // finds the hashes of Node.js only from a module of its own; else it makes those of each operation in JavaScript. The last
  // is for threads that run as they are written.
  external: ['better-sqlite3', 'better-sqlite3-12', 'class-validator', '@apollo/utils.createhash', 'tsx/cjs'],
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  plugins: [withoutLines],
  logLevel: 'warning',
}).catch(() => {
  process.exitCode = 1;
});

cpSync('src/read/files', 'dist/read/files', { recursive: true });
cpSync('schema/operations/reader', 'dist/read/operations', { recursive: true });
