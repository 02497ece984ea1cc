import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each digest prints of a paper's authors and identifier. Of what was imported before it is not known: each digest is
 * taken to print what the paper shows, until it is imported again.
 */
export class StoreOwnDetails1764460800000 implements MigrationInterface {
  name = 'StoreOwnDetails1764460800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "digest_paper" ADD "own_authors" text COLLATE "C"`);
    await runner.query(`ALTER TABLE "digest_paper" ADD "own_arxiv_id" character varying COLLATE "C"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "digest_paper" DROP COLUMN "own_arxiv_id"`);
    await runner.query(`ALTER TABLE "digest_paper" DROP COLUMN "own_authors"`);
  }
}
