import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE "search_entry" ADD "title_length" integer NOT NULL DEFAULT 0, ADD "body_length" integer NOT NULL DEFAULT 0, DROP "length"`,
  `ALTER TABLE "search_state" ADD "papers" integer NOT NULL DEFAULT 0, ADD "title_tokens" bigint NOT NULL DEFAULT 0, ADD "body_tokens" bigint NOT NULL DEFAULT 0, DROP "tokens"`,
];

/** How long each field is, of a document and of all papers. The first start counts it. */
export class ReadPostings1765152000000 implements MigrationInterface {
  name = 'ReadPostings1765152000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "search_state" ADD "tokens" bigint NOT NULL DEFAULT 0, DROP "papers", DROP "title_tokens", DROP "body_tokens"`,
    );
    await runner.query(
      `ALTER TABLE "search_entry" ADD "length" integer NOT NULL DEFAULT 0, DROP "title_length", DROP "body_length"`,
    );
  }
}
