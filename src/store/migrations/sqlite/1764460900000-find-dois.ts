import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index by which a paper is found by its DOI; most have none. */
export class FindDois1764460900000 implements MigrationInterface {
  name = 'FindDois1764460900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "paper_by_doi" ON "paper" ("doi") WHERE doi is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "paper_by_doi"`);
  }
}
