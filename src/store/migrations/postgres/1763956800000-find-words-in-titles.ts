import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Titles by themselves: an index of terms does not know in which field they stand, so that all texts with a word were read
 * to find it in a title.
 */
export class FindWordsInTitles1763956800000 implements MigrationInterface {
  name = 'FindWordsInTitles1763956800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "search_entry_by_title" ON "search_entry" USING gin (ts_filter("terms", '{a}')) WITH (fastupdate = off)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "search_entry_by_title"`);
  }
}
