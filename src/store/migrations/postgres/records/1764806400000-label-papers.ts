import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "paper_label" ("label" character varying COLLATE "C" NOT NULL, "first_seen_key" character varying COLLATE "C" NOT NULL, "paper_id" integer NOT NULL, CONSTRAINT "PK_46887e1fd5d7be9b0e576ffe4f8" PRIMARY KEY ("label", "first_seen_key"))`,
  `CREATE UNIQUE INDEX "paper_label_by_paper" ON "paper_label" ("paper_id", "label")`,
  `ALTER TABLE "corpus" ADD "label_rules" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "paper_label" ADD CONSTRAINT "FK_64cad6dbba2b91b5c321717a57b" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
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
