import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a printing is found by where it has another title, or another identifier, than its paper shows. Until now all
 * printings of a paper had titles of one key, so there is nothing to fill in. Papers of one arXiv identifier are one from now on:
 * they lose the keys of their titles, so that the next start joins them (`keyTitles`).
 */
export class KeyOwnTitles1764633600000 implements MigrationInterface {
  name = 'KeyOwnTitles1764633600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "digest_paper" ADD "own_title_key" varchar COLLATE "C"`);
    await runner.query(
      `CREATE INDEX "digest_paper_by_own_title_key" ON "digest_paper" ("own_title_key") WHERE own_title_key is not null`,
    );
    await runner.query(
      `CREATE INDEX "digest_paper_by_own_arxiv_id" ON "digest_paper" ("own_arxiv_id") WHERE own_arxiv_id is not null`,
    );
    await runner.query(
      `UPDATE "paper" SET title_key = '' WHERE arxiv_id IN
        (SELECT arxiv_id FROM "paper" WHERE arxiv_id IS NOT NULL GROUP BY arxiv_id HAVING count(*) > 1)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "digest_paper_by_own_arxiv_id"`);
    await runner.query(`DROP INDEX "digest_paper_by_own_title_key"`);
    await runner.query(`ALTER TABLE "digest_paper" DROP COLUMN "own_title_key"`);
  }
}
