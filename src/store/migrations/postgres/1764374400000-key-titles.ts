import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers are found by a key of their title. It is empty until the next start makes it, and tells apart what was one. */
export class KeyTitles1764374400000 implements MigrationInterface {
  name = 'KeyTitles1764374400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper" ADD "title_key" character varying COLLATE "C" NOT NULL DEFAULT ''`);
    await runner.query(`CREATE INDEX "paper_by_title_key" ON "paper" ("title_key")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "paper_by_title_key"`);
    await runner.query(`ALTER TABLE "paper" DROP COLUMN "title_key"`);
  }
}
