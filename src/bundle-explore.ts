import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';
import variables from './explore/variables.json';
import { installFromLock } from './install-from-lock';

/**
 * Makes the page at `/graphql` into files that the server gives out, in `dist/explore`: scripts, a style sheet, the workers of
 * the editor, and `built.json`, which says what the page begins with. The names have hashes of what is in them. What it is
 * made of are packages of its own, which are installed the first time: nothing else needs them.
 */

const ROOT = join(__dirname, '..');
const SOURCES = join(__dirname, 'explore');
const OPERATIONS = join(ROOT, 'schema', 'operations');
const FOLDER = join(ROOT, 'dist', 'explore');

/** The editor's threads, by the names that it calls them by. */
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
};

/** Leaves out letters of 360 KB that GraphiQL brings: those of the reader's system stand there at once. */
const withoutLetters: Plugin = {
  name: 'letters of the system',
  setup({ onLoad }) {
    onLoad({ filter: /@graphiql\/react\/dist\/style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

const shared: BuildOptions = {
  absWorkingDir: SOURCES,
  bundle: true,
  minify: true,
  write: false,
  outdir: FOLDER,
  target: ['chrome105', 'firefox110', 'safari16'],
  legalComments: 'none',
  logLevel: 'warning',
};

/** What the operations of `schema/` are, each under the name of its file, with what to ask them with. */
function examples(): object[] {
  const given: Record<string, object> = variables;
  const files = readdirSync(OPERATIONS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  );
  return files.map((file) => {
    const name = file.replaceAll('\\', '/').replace(/\.graphql$/, '');
    return { name, query: readFileSync(join(OPERATIONS, file), 'utf8'), variables: given[name] };
  });
}

/** Writes files to the folder, and gives their names. */
function write(files: readonly OutputFile[]): string[] {
  return files.map(({ path, contents }) => {
    writeFileSync(join(FOLDER, basename(path)), contents);
    return basename(path);
  });
}

async function bundle(): Promise<void> {
  installFromLock(SOURCES);
  mkdirSync(FOLDER, { recursive: true });
  const workers: Record<string, string> = {};
  for (const [name, entry] of Object.entries(WORKERS)) {
    const entryNames = `${name}-worker.[hash]`;
    const { outputFiles = [] } = await build({ ...shared, entryPoints: [entry], entryNames, format: 'iife' });
    workers[name] = write(outputFiles)[0] as string;
  }
  const { outputFiles = [] } = await build({
    ...shared,
    entryPoints: [join(SOURCES, 'main.tsx')],
    format: 'esm',
    // What tidies a text up is loaded when somebody asks for that.
    splitting: true,
    entryNames: '[name].[hash]',
    chunkNames: 'part.[hash]',
    assetNames: '[name].[hash]',
    loader: { '.ttf': 'file' },
    plugins: [withoutLetters],
    define: { EXAMPLES: JSON.stringify(examples()), WORKERS: JSON.stringify(workers) },
  });
  // The style sheet of the page has all that those of its parts have.
  const files = write(outputFiles.filter(({ path }) => !/part\..+\.css$/.test(path)));
  const named = (form: RegExp) => files.find((name) => form.test(name));
  const built = { script: named(/^main\..+\.js$/), style: named(/^main\..+\.css$/) };
  writeFileSync(join(FOLDER, 'built.json'), `${JSON.stringify(built)}\n`);
  const kept = new Set(['built.json', ...Object.values(workers), ...files]);
  for (const file of readdirSync(FOLDER)) if (!kept.has(file)) rmSync(join(FOLDER, file), { force: true });
}

bundle().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
