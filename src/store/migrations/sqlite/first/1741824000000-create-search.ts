import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No entities: TypeORM knows nothing of virtual tables, and leaves tables alone that it does not know. */
const tables = [
  // The terms are made by `tokenize`, so the tokenizer here has only blanks to find. The index keeps what it was given:
  // without (`content=''`) a deletion leaves the number of documents and their lengths as they were, and scores drift.
  `CREATE VIRTUAL TABLE "search_index" USING fts5(title, body, more, tokenize='ascii')`,
  `CREATE VIRTUAL TABLE "search_term" USING fts5vocab('search_index', 'row')`,
  `CREATE TABLE "search_word" ("word" varchar PRIMARY KEY NOT NULL, "term" varchar NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE "search_state" ("id" integer PRIMARY KEY NOT NULL, "rules" integer NOT NULL)`,
];

/** The search index, empty: `checkSearchIndex` fills it where there are papers already. */
export class CreateSearch1741824000000 implements MigrationInterface {
  name = 'CreateSearch1741824000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await runner.query(`INSERT INTO "search_state" ("id", "rules") VALUES (1, 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['search_state', 'search_word', 'search_term', 'search_index']) {
      await runner.query(`DROP TABLE "${name}"`);
    }
  }
}
