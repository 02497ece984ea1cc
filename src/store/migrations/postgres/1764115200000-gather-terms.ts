import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As they were, and as they are; as TypeORM generates them, but for the index, which is no entity. */
const before = [
  `CREATE TABLE "term" ("id" SERIAL NOT NULL, "key" character varying COLLATE "C" NOT NULL, "paper_count" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_02cf7fdda54d19b45f00d97b6d1" UNIQUE ("key"), CONSTRAINT "PK_55b0479f0743f2e5d5ec414821e" PRIMARY KEY ("id"))`,
  `CREATE TABLE "paper_term" ("paper_id" integer NOT NULL, "term_id" integer NOT NULL, "strength" bigint NOT NULL, "text" text COLLATE "C", CONSTRAINT "PK_1380d4abbc75bc26465f096d835" PRIMARY KEY ("paper_id", "term_id"))`,
  `CREATE INDEX "paper_term_by_strength" ON "paper_term"  ("term_id", "strength")`,
  `ALTER TABLE "paper_term" ADD CONSTRAINT "FK_92bb212635e64699bfcb98b2264" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_term" ADD CONSTRAINT "FK_ea18ebada330b495645d751b427" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];
const after = [
  `CREATE TABLE "term" ("key" character varying COLLATE "C" NOT NULL, "paper_count" integer NOT NULL, CONSTRAINT "PK_02cf7fdda54d19b45f00d97b6d1" PRIMARY KEY ("key"))`,
  `CREATE TABLE "paper_terms" ("paper_id" integer NOT NULL, "weights" text COLLATE "C" NOT NULL, "texts" text COLLATE "C" NOT NULL, CONSTRAINT "PK_62b390096cd6950541e2fb282b4" PRIMARY KEY ("paper_id"))`,
  `ALTER TABLE "paper_terms" ADD CONSTRAINT "FK_62b390096cd6950541e2fb282b4" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `CREATE TABLE "term_index" ("token" text COLLATE "C" NOT NULL, "paper_id" integer NOT NULL, PRIMARY KEY ("token", "paper_id"))`,
];

/**
 * The terms of a paper move into one row, and what leads from terms to papers into a table of its own, as on SQLite. All
 * are empty until the next start reads every paper again.
 */
export class GatherTerms1764115200000 implements MigrationInterface {
  name = 'GatherTerms1764115200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "paper_term", "term"`);
    for (const statement of after) await runner.query(statement);
    await runner.query(`UPDATE "corpus" SET "rules" = NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "term_index", "paper_terms", "term"`);
    for (const statement of before) await runner.query(statement);
    await runner.query(`UPDATE "corpus" SET "rules" = NULL`);
  }
}
