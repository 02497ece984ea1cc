import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root';

/** Builds the page at `/graphql` from what its sources are now; servers that start later serve it. */
export function buildExplore(): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/bundle-explore.ts')]);
}
