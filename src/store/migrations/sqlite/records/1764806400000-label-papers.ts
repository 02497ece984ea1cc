import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept as TypeORM generates them: it compares these texts with the entities, and a rewrapped one looks like drift. */
const statements = [
  `CREATE TABLE "paper_label" ("label" varchar NOT NULL, "first_seen_key" varchar NOT NULL, "paper_id" integer NOT NULL, CONSTRAINT "FK_64cad6dbba2b91b5c321717a57b" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("label", "first_seen_key")) WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "paper_label_by_paper" ON "paper_label" ("paper_id", "label")`,
  `ALTER TABLE "corpus" ADD "label_rules" integer NOT NULL DEFAULT (0)`,
];

/** By what papers are listed that sources say of them. The first start fills it. */
export class LabelPapers1764806400000 implements MigrationInterface {
  name = 'LabelPapers1764806400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "corpus" DROP COLUMN "label_rules"`);
    await runner.query(`DROP TABLE "paper_label"`);
  }
}
