import { chooseVariants } from './choose-variants';
import type { Stage } from './contenders/contender';
import { startOffprint } from './contenders/offprint';
import type { MadeDatabase } from './corpus/made-database';
import { type BenchQuery, listQueries } from './queries';
import { report } from './report';
import { type Postgres, startPostgres } from './start-postgres';

/** Sets the stage: an Offprint to hold answers against, the queries with what they ask for, PostgreSQL on demand. */
export async function setStage(
  database: MadeDatabase,
  wanted: readonly string[],
): Promise<Stage & { clear(): Promise<void> }> {
  const reference = await startOffprint(`sqlite:${database.file}`, 'off');
  const queries: BenchQuery[] = listQueries(await chooseVariants(database, reference.url)).filter(({ name }) =>
    wanted.includes(name),
  );
  let postgres: Promise<Postgres> | undefined;
  return {
    database,
    queries,
    reference: reference.url,
    postgres: () => {
      if (!postgres) report('starting PostgreSQL, and copying the rows the first time');
      postgres ??= startPostgres(database);
      return postgres;
    },
    clear: async () => {
      await reference.stop();
      await (await postgres)?.stop();
    },
  };
}
