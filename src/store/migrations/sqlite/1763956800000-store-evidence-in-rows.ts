import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The topics of papers become a table with row ids. Their evidence is long, and without row ids SQLite moves what is
 * longer than a quarter of a page to pages of its own: the table took twice the room, and reading it half again as long.
 */
export class StoreEvidenceInRows1763956800000 implements MigrationInterface {
  name = 'StoreEvidenceInRows1763956800000';

  async up(runner: QueryRunner): Promise<void> {
    await rebuild(runner, '');
  }

  async down(runner: QueryRunner): Promise<void> {
    await rebuild(runner, ' WITHOUT ROWID');
  }
}

async function rebuild(runner: QueryRunner, kind: '' | ' WITHOUT ROWID'): Promise<void> {
  await runner.query(`ALTER TABLE "paper_topic" RENAME TO "old_paper_topic"`);
  await runner.query(
    `CREATE TABLE "paper_topic" ("paper_id" integer NOT NULL, "topic_id" integer NOT NULL, "score" double precision NOT NULL, "method" varchar NOT NULL, "evidence" text NOT NULL, CONSTRAINT "FK_c5972491166c57c5ccc17a19d80" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_7692680b6348b8daa1a61d7e25b" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "topic_id"))${kind}`,
  );
  await runner.query(`INSERT INTO "paper_topic" SELECT * FROM "old_paper_topic" ORDER BY "paper_id", "topic_id"`);
  await runner.query(`DROP TABLE "old_paper_topic"`);
  await runner.query(`CREATE INDEX "paper_topic_by_topic" ON "paper_topic" ("topic_id", "paper_id")`);
}
