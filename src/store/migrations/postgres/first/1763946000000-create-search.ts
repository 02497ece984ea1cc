import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No entities: TypeORM leaves tables alone that it does not know. */
const statements = [
  `CREATE TABLE "search_entry" ("doc" integer PRIMARY KEY, "length" integer NOT NULL, "terms" tsvector NOT NULL) WITH (toast_tuple_target = 8160)`,
  // Every score reads the terms: up to a page they stay in the row, and are never compressed.
  `ALTER TABLE "search_entry" ALTER COLUMN "terms" SET STORAGE EXTERNAL`,
  // Without a list of pending entries, or searches would go through it one by one until a vacuum.
  `CREATE INDEX "search_entry_by_term" ON "search_entry" USING gin ("terms") WITH (fastupdate = off)`,
  `CREATE TABLE "search_term" ("term" text COLLATE "C" PRIMARY KEY, "doc" integer NOT NULL)`,
  `CREATE TABLE "search_word" ("word" text COLLATE "C" PRIMARY KEY, "term" text COLLATE "C" NOT NULL)`,
  `CREATE TABLE "search_state" ("id" integer PRIMARY KEY, "rules" integer NOT NULL, "entries" integer NOT NULL DEFAULT 0, "tokens" bigint NOT NULL DEFAULT 0)`,
  `INSERT INTO "search_state" ("id", "rules") VALUES (1, 0)`,
];

/** The search index, empty: `checkSearchIndex` fills it where there are papers already. */
export class CreateSearch1763946000000 implements MigrationInterface {
  name = 'CreateSearch1763946000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "search_state", "search_word", "search_term", "search_entry"`);
  }
}
