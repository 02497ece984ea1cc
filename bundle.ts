import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';

/**
 * The last step of `npm run build`: puts the server, as TypeScript has compiled it, and its packages into one file.
 * Node.js takes twice as long to load them from 1,400 files. What a class is called stays: TypeORM and type-graphql go by
 * that.
 */

/** Has stack traces name the files that packages ship, not the sources that some of them were made from. */
const asShipped: Plugin = {
  name: 'packages as shipped',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.c?js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, ''),
    }));
  },
};

build({
  entryPoints: ['dist/start.js'],
  outfile: 'dist/start.js',
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // The first is machine code; the second is not installed, and asked for only if type-graphql were to validate.
  external: ['better-sqlite3', 'class-validator'],
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  plugins: [asShipped],
  logLevel: 'warning',
}).catch(() => {
  process.exitCode = 1;
});
