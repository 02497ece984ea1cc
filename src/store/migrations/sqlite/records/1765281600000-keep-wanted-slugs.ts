import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "wanted_slug" ("place" integer NOT NULL, "number" integer NOT NULL, "hash" varchar NOT NULL, "slug" varchar NOT NULL, PRIMARY KEY ("place", "number", "hash")) WITHOUT ROWID`,
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
