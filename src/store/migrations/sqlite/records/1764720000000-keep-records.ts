import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept as TypeORM generates them: it compares these texts with the entities, and a rewrapped one looks like drift. */
const tables = [
  `CREATE TABLE "source" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "file" varchar NOT NULL, "format" varchar NOT NULL, "imported_at" varchar NOT NULL, "is_complete" integer NOT NULL)`,
  `CREATE TABLE "record" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "source_id" integer NOT NULL, "number" integer NOT NULL, "line" integer, "hash" varchar NOT NULL, "paper_id" integer NOT NULL, "said" text NOT NULL, CONSTRAINT "FK_4744822baba04073ee40c476bf9" FOREIGN KEY ("source_id") REFERENCES "source" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_4f9c74fc72520828bae93888adc" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION)`,
  `CREATE TABLE "record_key" ("key" varchar NOT NULL, "record_id" integer NOT NULL, CONSTRAINT "FK_54dc4354b9fe66009090c2e82c9" FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("key", "record_id")) WITHOUT ROWID`,
];

const indexes = [
  `CREATE INDEX "source_by_file" ON "source" ("file", "format")`,
  `CREATE INDEX "record_by_paper" ON "record" ("paper_id")`,
  `CREATE INDEX "record_by_number" ON "record" ("source_id", "number")`,
  `CREATE INDEX "record_by_hash" ON "record" ("source_id", "hash")`,
  `CREATE INDEX "record_key_by_record" ON "record_key" ("record_id")`,
];

const columns = [
  `ALTER TABLE "paper" ADD "venue" text`,
  `ALTER TABLE "paper" ADD "categories" text`,
  `ALTER TABLE "paper" ADD "is_withdrawn" integer NOT NULL DEFAULT (0)`,
  `ALTER TABLE "paper_link" ADD "statements" text`,
];

/** What sources say of papers beside digests, and what papers show of it. Authors become objects, of which a name may be one part. */
export class KeepRecords1764720000000 implements MigrationInterface {
  name = 'KeepRecords1764720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...columns]) await runner.query(statement);
    await runner.query(
      `UPDATE "paper" SET "authors" = (SELECT json_group_array(json_object('name', value)) FROM json_each("authors")) WHERE "authors" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "paper" SET "authors" = (SELECT json_group_array(json_extract(value, '$.name')) FROM json_each("authors")) WHERE "authors" IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE "paper_link" DROP COLUMN "statements"`);
    for (const column of ['is_withdrawn', 'categories', 'venue']) {
      await runner.query(`ALTER TABLE "paper" DROP COLUMN "${column}"`);
    }
    for (const table of ['record_key', 'record', 'source']) await runner.query(`DROP TABLE "${table}"`);
  }
}
