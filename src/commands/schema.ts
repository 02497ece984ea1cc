import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { buildSchema } from '../resolve/schema';
import { schemaText } from '../serve/pages/schema-text';
import { clientFiles } from './clients/client-files';

const ROOT = join(__dirname, '..', '..');

/** `schema`: writes the SDL that the server serves and what clients are told of it, or checks that they are committed. */
export const schemaCommand = new Command('schema')
  .description('write schema/schema.graphql and schema/clients')
  .option('--check', 'write nothing; fail when a file is not what the server serves')
  .action(({ check }: { check?: boolean }) => {
    for (const [file, text] of filesOfSchema()) {
      const path = join(ROOT, file);
      if (!check) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        console.log(`Wrote ${file}`);
      } else if (readFileSync(path, 'utf8') !== text) {
        throw new Error(`${file}: expected what the schema of the server makes it; run \`npm run schema\``);
      }
    }
  });

function filesOfSchema(): [file: string, text: string][] {
  const schema = buildSchema();
  const clients = Object.entries(clientFiles(schema)).map(([name, text]): [string, string] => [
    `schema/clients/${name}`,
    text,
  ]);
  return [['schema/schema.graphql', schemaText(schema)], ...clients];
}
