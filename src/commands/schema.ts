import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildSchema } from '../resolve/schema';
import { schemaText } from '../serve/pages/schema-text';

const FILE = join(__dirname, '..', '..', 'schema', 'schema.graphql');

/** `schema`: writes the SDL that the server serves, or checks that the committed one is the same. */
export const schemaCommand = new Command('schema')
  .description('write schema/schema.graphql')
  .option('--check', 'write nothing; fail when the file is not what the server serves')
  .action(({ check }: { check?: boolean }) => {
    const sdl = schemaText(buildSchema());
    if (!check) {
      writeFileSync(FILE, sdl);
      console.log('Wrote schema/schema.graphql');
    } else if (readFileSync(FILE, 'utf8') !== sdl) {
      throw new Error('schema/schema.graphql: expected the schema that the server serves; run `npm run schema`');
    }
  });
