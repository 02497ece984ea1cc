import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Repositories are listed from the most papers on, and those with equally many from A on, by an index. */
export class OrderRepositories1764547200000 implements MigrationInterface {
  name = 'OrderRepositories1764547200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "repository" ADD "count_key" integer NOT NULL DEFAULT '0'`);
    await runner.query(`UPDATE "repository" SET "count_key" = -"paper_count"`);
    await runner.query(`CREATE INDEX "repository_by_count_key" ON "repository" ("count_key", "key")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "repository_by_count_key"`);
    await runner.query(`ALTER TABLE "repository" DROP COLUMN "count_key"`);
  }
}
