import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an earlier version stored, as if one import had brought it. */
const backfill = `INSERT INTO "change" ("version", "position", "kind", "type", "key", "at")
  SELECT c."version", row_number() OVER (ORDER BY n."part", n."id") - 1, 'ADDED', n."type", n."slug", c."updated_at"
  FROM (
    SELECT 1 AS "part", "id", 'DIGEST' AS "type", "slug" FROM "digest"
    UNION ALL
    SELECT 2, "id", 'PAPER', "slug" FROM "paper"
  ) n CROSS JOIN "corpus" c`;

/** The log of what every import changes. */
export class LogChanges1763949600000 implements MigrationInterface {
  name = 'LogChanges1763949600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "change" ("version" integer NOT NULL, "position" integer NOT NULL, "kind" character varying COLLATE "C" NOT NULL, "type" character varying COLLATE "C" NOT NULL, "key" character varying COLLATE "C" NOT NULL, "at" character varying COLLATE "C" NOT NULL, CONSTRAINT "PK_c7da1514c868b7c48f43d3499b9" PRIMARY KEY ("version", "position"))`,
    );
    await runner.query(backfill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "change"`);
  }
}
