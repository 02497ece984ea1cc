import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "wanted_slug" ("place" integer NOT NULL, "number" integer NOT NULL, "hash" character varying COLLATE "C" NOT NULL, "slug" character varying COLLATE "C" NOT NULL, CONSTRAINT "PK_a20a98d2cd7e024f67f99d82bd5" PRIMARY KEY ("place", "number", "hash"))`,
];

/** Slugs that what an export of ours says came under, while it is imported in parts. */
export class KeepWantedSlugs1765281600000 implements MigrationInterface {
  name = 'KeepWantedSlugs1765281600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "wanted_slug"`);
  }
}
