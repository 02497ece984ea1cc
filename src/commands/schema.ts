import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildSchema } from '../resolve/schema';
import { schemaText } from '../serve/pages/schema-text';
import { checkClientFiles, writeClientFiles } from './clients/client-files';

const FILE = join(__dirname, '..', '..', 'schema', 'schema.graphql');

/** `schema`: writes the SDL that the server serves and what clients are told of it, or checks that both are committed. */
export const schemaCommand = new Command('schema')
  .description('write schema/schema.graphql and schema/clients')
  .option('--check', 'write nothing; fail when the file is not what the server serves')
  .action(({ check }: { check?: boolean }) => {
    const schema = buildSchema();
    const sdl = schemaText(schema);
    if (!check) {
      writeFileSync(FILE, sdl);
      console.log('Wrote schema/schema.graphql');
    } else if (readFileSync(FILE, 'utf8') !== sdl) {
      throw new Error('schema/schema.graphql: expected the schema that the server serves; run `npm run schema`');
    }
    if (check) checkClientFiles(schema);
    else writeClientFiles(schema);
  });
