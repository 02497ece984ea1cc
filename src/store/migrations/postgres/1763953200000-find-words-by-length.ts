import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words by their length, for prefixes and suggestions. */
export class FindWordsByLength1763953200000 implements MigrationInterface {
  name = 'FindWordsByLength1763953200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "search_word_by_length" ON "search_word" (length("word"), "word")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "search_word_by_length"`);
  }
}
