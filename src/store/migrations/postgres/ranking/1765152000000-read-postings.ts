import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = ['search_entry_by_term', 'search_entry_by_title'];

const statements = [
  `ALTER TABLE "search_entry" ADD "title_length" integer NOT NULL DEFAULT 0, ADD "body_length" integer NOT NULL DEFAULT 0, DROP "length"`,
  `ALTER TABLE "search_state" ADD "papers" integer NOT NULL DEFAULT 0, ADD "title_tokens" bigint NOT NULL DEFAULT 0, ADD "body_tokens" bigint NOT NULL DEFAULT 0, DROP "tokens"`,
  ...INDEXES.map((index) => `ALTER INDEX "${index}" SET (fastupdate = on, gin_pending_list_limit = 65536)`),
];

/**
 * How long each field is, of a document and of all papers; the first start counts it. What an import adds is put into the indexes
 * of terms in one piece, at its end: one text after the other took five times as long.
 */
export class ReadPostings1765152000000 implements MigrationInterface {
  name = 'ReadPostings1765152000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) {
      await runner.query(`SELECT gin_clean_pending_list('${index}')`);
      await runner.query(`ALTER INDEX "${index}" SET (fastupdate = off)`);
      await runner.query(`ALTER INDEX "${index}" RESET (gin_pending_list_limit)`);
    }
    await runner.query(
      `ALTER TABLE "search_state" ADD "tokens" bigint NOT NULL DEFAULT 0, DROP "papers", DROP "title_tokens", DROP "body_tokens"`,
    );
    await runner.query(
      `ALTER TABLE "search_entry" ADD "length" integer NOT NULL DEFAULT 0, DROP "title_length", DROP "body_length"`,
    );
  }
}
