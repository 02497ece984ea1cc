import module from 'node:module';
import { join } from 'node:path';

/** Has Node.js and the libraries run as in production. Import it before any of them. */

// Without it graphql-js checks each type that it meets for copies of itself, and an answer takes twice as long.
process.env.NODE_ENV ??= 'production';

// Stack traces name the sources, not the one file that the build makes of them.
process.setSourceMapsEnabled(true);

// From Node.js 22.1 on: what V8 has compiled is kept for the next start, where no other user can change it.
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
enableCompileCache?.(join(__dirname, '..', 'node_modules', '.cache', 'offprint'));
