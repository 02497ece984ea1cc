import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE VIRTUAL TABLE "search_place" USING fts5vocab('search_index', 'instance')`,
  `ALTER TABLE "search_state" ADD COLUMN "papers" integer NOT NULL DEFAULT 0`,
  `ALTER TABLE "search_state" ADD COLUMN "title_tokens" integer NOT NULL DEFAULT 0`,
  `ALTER TABLE "search_state" ADD COLUMN "body_tokens" integer NOT NULL DEFAULT 0`,
  `ALTER TABLE "search_state" DROP COLUMN "tokens"`,
];

/** Every place of every term, which FTS5 has anyway; and what there is of each field. The first start counts it. */
export class ReadPostings1765152000000 implements MigrationInterface {
  name = 'ReadPostings1765152000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "search_state" ADD COLUMN "tokens" integer NOT NULL DEFAULT 0`);
    for (const column of ['body_tokens', 'title_tokens', 'papers']) {
      await runner.query(`ALTER TABLE "search_state" DROP COLUMN "${column}"`);
    }
    await runner.query(`DROP TABLE "search_place"`);
  }
}
