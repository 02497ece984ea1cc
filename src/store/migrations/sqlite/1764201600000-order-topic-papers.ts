import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = {
  before: `"topic_id" integer NOT NULL, "paper_id" integer NOT NULL, "via_topic_id" integer NOT NULL, "is_own" integer NOT NULL, "first_seen_key" varchar NOT NULL`,
  after: `"topic_id" integer NOT NULL, "first_seen_key" varchar NOT NULL, "paper_id" integer NOT NULL, "via_topic_id" integer NOT NULL, "is_own" integer NOT NULL`,
};
const foreignKeys = `CONSTRAINT "FK_1d1a5a8fcec8daa04caa68e491f" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_9b59d6d58beec2bf871fd000709" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION`;

/**
 * A topic's papers are kept in the order in which they are listed, and found by paper; an index by topic and paper is no
 * longer there, nor one of the papers that carry a topic not themselves. A digest writes half as many pages of them.
 */
export class OrderTopicPapers1764201600000 implements MigrationInterface {
  name = 'OrderTopicPapers1764201600000';

  async up(runner: QueryRunner): Promise<void> {
    await rebuild(
      runner,
      `CREATE TABLE "topic_paper" (${columns.after}, ${foreignKeys}, PRIMARY KEY ("topic_id", "first_seen_key")) WITHOUT ROWID`,
    );
    await runner.query(
      `CREATE INDEX "topic_paper_of_own" ON "topic_paper" ("topic_id", "first_seen_key") WHERE is_own = 1`,
    );
    await runner.query(`CREATE UNIQUE INDEX "topic_paper_by_paper" ON "topic_paper" ("paper_id", "topic_id")`);
    await runner.query(`DROP INDEX "paper_topic_by_topic"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "paper_topic_by_topic" ON "paper_topic" ("topic_id", "paper_id")`);
    await rebuild(
      runner,
      `CREATE TABLE "topic_paper" (${columns.before}, ${foreignKeys}, PRIMARY KEY ("topic_id", "paper_id")) WITHOUT ROWID`,
    );
    await runner.query(`CREATE INDEX "topic_paper_by_first_seen" ON "topic_paper" ("topic_id", "first_seen_key")`);
    await runner.query(
      `CREATE INDEX "topic_paper_by_own_first_seen" ON "topic_paper" ("topic_id", "is_own", "first_seen_key")`,
    );
    await runner.query(`CREATE INDEX "topic_paper_by_paper" ON "topic_paper" ("paper_id", "topic_id")`);
  }
}

/** Makes the table in another shape. Its indexes go with the old one. */
async function rebuild(runner: QueryRunner, table: string): Promise<void> {
  const names = `"topic_id", "first_seen_key", "paper_id", "via_topic_id", "is_own"`;
  await runner.query(`ALTER TABLE "topic_paper" RENAME TO "old_topic_paper"`);
  await runner.query(table);
  await runner.query(`INSERT INTO "topic_paper" (${names}) SELECT ${names} FROM "old_topic_paper" ORDER BY 1, 2`);
  await runner.query(`DROP TABLE "old_topic_paper"`);
}
