import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept as TypeORM generates them: it compares these texts with the entities, and a rewrapped one looks like drift. */
const statements = [
  `CREATE TABLE "paper_mention" ("paper_id" integer NOT NULL, "topic_id" integer NOT NULL, "score" double precision NOT NULL, "method" varchar NOT NULL, "evidence" text NOT NULL, CONSTRAINT "FK_89e5771c33dfad56e21d4cb619a" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_50488653dc34db51d476cc472f5" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "topic_id"))`,
];

/** The topics that papers only mention. Papers are read again at the next start, since the rules of topics are others, too. */
export class KeepMentions1764979200000 implements MigrationInterface {
  name = 'KeepMentions1764979200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "paper_mention"`);
  }
}
