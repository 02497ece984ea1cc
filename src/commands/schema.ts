import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildSchema } from '../resolve/schema';
import { schemaText } from '../serve/pages/schema-text';
import { checkClientFiles, writeClientFiles } from './clients/client-files';

const FOLDER = join(__dirname, '..', '..', 'schema');
const FILE = join(FOLDER, 'schema.graphql');

/** What the last release promised: what `npm run check` compares the schema with. */
const RELEASED = join(FOLDER, 'released.graphql');

/** `schema`: writes the SDL that the server serves and what clients are told of it, or checks that both are committed. */
export const schemaCommand = new Command('schema')
  .description('write schema/schema.graphql and schema/clients')
  .option('--check', 'write nothing; fail when the file is not what the server serves')
  .option('--release', 'write schema/released.graphql as well: from now on nothing of it may break')
  .action(({ check, release }: { check?: boolean; release?: boolean }) => {
    const schema = buildSchema();
    const sdl = schemaText(schema);
    if (check) {
      if (readFileSync(FILE, 'utf8') !== sdl) {
        throw new Error('schema/schema.graphql: expected the schema that the server serves; run `npm run schema`');
      }
      checkClientFiles(schema);
      return;
    }
    writeFileSync(FILE, sdl);
    console.log('Wrote schema/schema.graphql');
    writeClientFiles(schema);
    if (!release) return;
    writeFileSync(RELEASED, sdl);
    console.log('Wrote schema/released.graphql');
  });
