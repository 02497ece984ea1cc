import 'reflect-metadata';
import { Command } from 'commander';
import { backupCommand } from './commands/backup';
import { copyCommand } from './commands/copy';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { recordsCommand } from './commands/records';
import { schemaCommand } from './commands/schema';
import { seedCommand } from './commands/seed';
import { vectorsCommand } from './commands/vectors';
import { messageOf } from './problem';

const program = new Command('offprint')
  .description('Offprint: research papers, their topics and their code as one graph')
  .addCommand(seedCommand)
  .addCommand(importCommand)
  .addCommand(copyCommand)
  .addCommand(backupCommand)
  .addCommand(recordsCommand)
  .addCommand(exportCommand)
  .addCommand(schemaCommand)
  .addCommand(vectorsCommand);

program.parseAsync().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
