import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `bundle-explore.ts` puts its files: the same from `src` and from `dist`. */
const FOLDER = join(__dirname, '..', 'dist', 'explore');

/** The files of the page at `/graphql`, as they were built. */
export interface BuiltExplore {
  /** What its script and its style sheet are called. */
  script: string;
  style: string;
  /** All that are served, by name. A name stands for these bytes alone. */
  names: readonly string[];
}

/** What was built; null where nothing was, as in a checkout that is run from its sources. */
export function readBuiltExplore(): BuiltExplore | null {
  let listed: string;
  try {
    listed = readFileSync(join(FOLDER, 'built.json'), 'utf8');
  } catch {
    return null;
  }
  const names = readdirSync(FOLDER).filter((name) => name !== 'built.json');
  return { ...JSON.parse(listed), names };
}

/** @param name one of those of `BuiltExplore` */
export function readExploreFile(name: string): Buffer {
  return readFileSync(join(FOLDER, name));
}
