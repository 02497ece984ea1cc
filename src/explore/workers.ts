// GraphiQL loads the editor later; what stands here has the style sheet of the page hold the editor's, too.
import 'monaco-graphql/esm/monaco-editor.js';

/** The files of the editor's threads, beside this script; put here by the build. */
declare const WORKERS: Readonly<Record<string, string>>;

/** Has the editor start its threads from the server that the page is from. */
export function startWorkersFromHere(): void {
  const getWorker = (_: string, label: string): Worker =>
    new Worker(new URL((WORKERS[label] ?? WORKERS.editor) as string, import.meta.url));
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
}
