import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept as TypeORM generates them: it compares these texts with the entities, and a rewrapped one looks like drift. */
const statements = [
  `CREATE TABLE "term" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "key" varchar NOT NULL, "paper_count" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_02cf7fdda54d19b45f00d97b6d1" UNIQUE ("key"))`,
  `CREATE TABLE "paper_term" ("paper_id" integer NOT NULL, "term_id" integer NOT NULL, "strength" bigint NOT NULL, "text" text, CONSTRAINT "FK_92bb212635e64699bfcb98b2264" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_ea18ebada330b495645d751b427" FOREIGN KEY ("term_id") REFERENCES "term" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "term_id")) WITHOUT ROWID`,
  `CREATE INDEX "paper_term_by_strength" ON "paper_term" ("term_id", "strength")`,
  `CREATE TABLE "topic_pair" ("topic_id" integer NOT NULL, "other_id" integer NOT NULL, "paper_count" integer NOT NULL, CONSTRAINT "FK_8eb6e2795f9b28915d19eae0b08" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_d0da926647293584d6cb2db8872" FOREIGN KEY ("other_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("topic_id", "other_id")) WITHOUT ROWID`,
  `CREATE INDEX "topic_pair_by_paper_count" ON "topic_pair" ("topic_id", "paper_count")`,
];

/** What papers have in common, and which topics meet. Both are filled when the next start reads every paper again. */
export class RelatePapersAndTopics1741737600000 implements MigrationInterface {
  name = 'RelatePapersAndTopics1741737600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['topic_pair', 'paper_term', 'term']) await runner.query(`DROP TABLE "${name}"`);
  }
}
