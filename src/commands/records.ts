import { once } from 'node:events';
import { Command } from 'commander';
import { listFiles } from '../import/files/list-files';
import { TextFile } from '../import/files/open-text';
import { readRecords } from '../parse/records/read-records';
import { isBroken } from '../parse/records/record';
import { messageOf } from '../problem';

/** `records`: says what files of references hold, as JSON Lines; stores nothing. A bad record is reported and the others are given. */
export const recordsCommand = new Command('records')
  .description('print what files of references say of papers, a record a line, each value as it is written too')
  .argument('<files...>', 'files or folders in any format that is known, also as .gz; - for standard input')
  .action(async (paths: string[]) => {
    // Whoever read, such as `head`, has had enough.
    process.stdout.on('error', () => process.exit());
    let records = 0;
    let problems = 0;
    const complain = (problem: string): void => {
      problems += 1;
      console.error(`error: ${problem}`);
    };
    for (const path of await listFiles(paths)) {
      const text = new TextFile(path);
      try {
        const { format, records: read } = await readRecords(text, text.name);
        for await (const record of read) {
          if (isBroken(record)) complain(record.problem);
          else {
            records += 1;
            await print(JSON.stringify({ file: text.name, format, ...record }));
          }
        }
      } catch (error) {
        complain(messageOf(error));
      }
    }
    console.error(`Records: ${records}; that failed: ${problems}.`);
    if (problems > 0) process.exitCode = 1;
  });

/** Waits for a reader that is slower. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
