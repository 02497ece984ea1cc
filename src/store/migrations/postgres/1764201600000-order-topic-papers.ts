import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `DROP INDEX "paper_topic_by_topic"`,
  `DROP INDEX "topic_paper_by_paper"`,
  `DROP INDEX "topic_paper_by_own_first_seen"`,
  `DROP INDEX "topic_paper_by_first_seen"`,
  `ALTER TABLE "topic_paper" DROP CONSTRAINT "PK_c98d421e1034e2f6e495c465183"`,
  `ALTER TABLE "topic_paper" ADD CONSTRAINT "PK_c6783c6b066afaccf73f23db0db" PRIMARY KEY ("topic_id", "first_seen_key")`,
  `CREATE INDEX "topic_paper_of_own" ON "topic_paper"  ("topic_id", "first_seen_key") WHERE is_own = 1`,
  `CREATE UNIQUE INDEX "topic_paper_by_paper" ON "topic_paper"  ("paper_id", "topic_id")`,
];
const down = [
  `DROP INDEX "topic_paper_by_paper"`,
  `DROP INDEX "topic_paper_of_own"`,
  `ALTER TABLE "topic_paper" DROP CONSTRAINT "PK_c6783c6b066afaccf73f23db0db"`,
  `ALTER TABLE "topic_paper" ADD CONSTRAINT "PK_c98d421e1034e2f6e495c465183" PRIMARY KEY ("topic_id", "paper_id")`,
  `CREATE INDEX "topic_paper_by_first_seen" ON "topic_paper"  ("topic_id", "first_seen_key")`,
  `CREATE INDEX "topic_paper_by_own_first_seen" ON "topic_paper"  ("topic_id", "is_own", "first_seen_key")`,
  `CREATE INDEX "topic_paper_by_paper" ON "topic_paper"  ("paper_id", "topic_id")`,
  `CREATE INDEX "paper_topic_by_topic" ON "paper_topic"  ("topic_id", "paper_id")`,
];

/** The keys and indexes of a topic's papers that SQLite has. */
export class OrderTopicPapers1764201600000 implements MigrationInterface {
  name = 'OrderTopicPapers1764201600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
