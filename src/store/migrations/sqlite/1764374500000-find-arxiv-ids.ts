import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index by which a paper is found by its arXiv identifier; most have none. */
export class FindArxivIds1764374500000 implements MigrationInterface {
  name = 'FindArxivIds1764374500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "paper_by_arxiv_id" ON "paper" ("arxiv_id") WHERE arxiv_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "paper_by_arxiv_id"`);
  }
}
