import { Command } from 'commander';
import { readConfig } from '../config';
import { backUp } from '../copy/backup';
import { withoutPassword } from '../store/engine/database-url';
import { urlOf } from '../text/url-of';

/** `backup`: writes an SQLite database to a file while it serves; PostgreSQL has its own programs for that. */
export const backupCommand = new Command('backup')
  .description('write the SQLite database of DATABASE_URL to a file, while it serves')
  .argument('<file>', 'where to; a new file')
  .option('--force', 'replace a file that is there')
  .action(async (file: string, { force = false }: { force?: boolean }) => {
    const { databaseUrl } = readConfig(process.env);
    if (!databaseUrl.startsWith('sqlite:')) throw new Error(pointToPgDump(databaseUrl, file));
    const { bytes, papers, digests } = await backUp(databaseUrl, file, force);
    console.log(`Wrote ${file}: ${bytes} bytes, ${digests} digests, ${papers} papers, checked.`);
  });

function pointToPgDump(databaseUrl: string, file: string): string {
  return `DATABASE_URL: expected sqlite:FILE, got a PostgreSQL database, whose own program does it while it serves:
  pg_dump --format=custom --file=${quote(file)} ${quote(nameOf(databaseUrl))}
It takes the password from PGPASSWORD or ~/.pgpass, or asks for it with --password.`;
}

/** The address with its user, who is no secret. */
function nameOf(databaseUrl: string): string {
  const url = urlOf(databaseUrl);
  if (url === null) return withoutPassword(databaseUrl);
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}

/** A word as a shell takes it. */
function quote(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
