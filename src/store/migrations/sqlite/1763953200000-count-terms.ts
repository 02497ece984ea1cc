import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for what the index counts, as FTS5 would go through all documents of a term to tell how many there are; for
 * titles by themselves, as it would go through all texts to find a word in a title; and words by their length.
 * `checkSearchIndex` then makes the index anew, by rules that are new as well.
 */
export class CountTerms1763953200000 implements MigrationInterface {
  name = 'CountTerms1763953200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "search_term"`);
    await runner.query(
      `CREATE TABLE "search_term" ("term" varchar PRIMARY KEY NOT NULL, "doc" integer NOT NULL) WITHOUT ROWID`,
    );
    await runner.query(
      `CREATE VIRTUAL TABLE "search_title" USING fts5(title, tokenize='ascii', content='', contentless_delete=1)`,
    );
    await runner.query(`CREATE INDEX "search_word_by_length" ON "search_word" (length("word"), "word")`);
    await runner.query(`ALTER TABLE "search_state" ADD COLUMN "entries" integer NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE "search_state" ADD COLUMN "tokens" integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "search_state" DROP COLUMN "tokens"`);
    await runner.query(`ALTER TABLE "search_state" DROP COLUMN "entries"`);
    await runner.query(`DROP INDEX "search_word_by_length"`);
    await runner.query(`DROP TABLE "search_title"`);
    await runner.query(`DROP TABLE "search_term"`);
    await runner.query(`CREATE VIRTUAL TABLE "search_term" USING fts5vocab('search_index', 'row')`);
  }
}
