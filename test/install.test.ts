import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));
const { allowScripts, optionalDependencies } = read('package.json');
const packages: Record<
  string,
  { name?: string; hasInstallScript?: boolean; optional?: boolean; engines?: { node: string } }
> = read('package-lock.json').packages;

/** What a package is called where it is published. */
const nameOf = (path: string): string => packages[path]?.name ?? path.replace(/^.*node_modules\//, '');

describe('the installation', () => {
  it('says of each package that would run a script whether it may, so that npm need not ask', () => {
    const asking = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
    expect(asking.length).toBeGreaterThan(2);
    for (const path of asking)
      expect([path, allowScripts]).toEqual([path, expect.objectContaining({ [nameOf(path)]: expect.any(Boolean) })]);
  });

  it('leaves out the driver of SQLite that does not run on this Node.js', () => {
    expect(Object.keys(optionalDependencies)).toEqual(['better-sqlite3', 'better-sqlite3-12']);
    expect(packages['node_modules/better-sqlite3']).toMatchObject({ optional: true, engines: { node: '>=22' } });
    // Narrowed by hand: an update of this package undoes it.
    expect(packages['node_modules/better-sqlite3-12']).toMatchObject({ optional: true, engines: { node: '20' } });
  });
});
