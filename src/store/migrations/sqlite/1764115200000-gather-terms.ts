import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As they were; the tables of entities as TypeORM generates them. */
const before = [
  `CREATE TABLE "term" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "key" varchar NOT NULL, "paper_count" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_02cf7fdda54d19b45f00d97b6d1" UNIQUE ("key"))`,
  `CREATE TABLE "paper_term" ("paper_id" integer NOT NULL, "term_id" integer NOT NULL, "strength" bigint NOT NULL, "text" text, CONSTRAINT "FK_92bb212635e64699bfcb98b2264" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_ea18ebada330b495645d751b427" FOREIGN KEY ("term_id") REFERENCES "term" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "term_id")) WITHOUT ROWID`,
  `CREATE INDEX "paper_term_by_strength" ON "paper_term" ("term_id", "strength")`,
];
const after = [
  `CREATE TABLE "term" ("key" varchar PRIMARY KEY NOT NULL, "paper_count" integer NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE "paper_terms" ("paper_id" integer PRIMARY KEY NOT NULL, "weights" text NOT NULL, "texts" text NOT NULL, CONSTRAINT "FK_62b390096cd6950541e2fb282b4" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION)`,
  // A term is one token, whatever stands in it: tokens end where lines do. Only whether a paper has it counts.
  `CREATE VIRTUAL TABLE "term_index" USING fts5(tokens, tokenize="ascii tokenchars ' #-/'", content='', contentless_delete=1, detail=none)`,
];

/**
 * The terms of a paper move into one row, and what leads from terms to papers into an index of FTS5: rows by term were
 * written all over the file, half of the pages of an import. All are empty until the next start reads every paper again.
 */
export class GatherTerms1764115200000 implements MigrationInterface {
  name = 'GatherTerms1764115200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['paper_term', 'term']) await runner.query(`DROP TABLE "${name}"`);
    for (const statement of after) await runner.query(statement);
    await runner.query(`UPDATE "corpus" SET "rules" = NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['term_index', 'paper_terms', 'term']) await runner.query(`DROP TABLE "${name}"`);
    for (const statement of before) await runner.query(statement);
    await runner.query(`UPDATE "corpus" SET "rules" = NULL`);
  }
}
