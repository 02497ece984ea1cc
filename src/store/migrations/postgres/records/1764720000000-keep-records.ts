import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE "source" ("id" SERIAL NOT NULL, "file" character varying COLLATE "C" NOT NULL, "format" character varying COLLATE "C" NOT NULL, "imported_at" character varying COLLATE "C" NOT NULL, "is_complete" integer NOT NULL, CONSTRAINT "PK_018c433f8264b58c86363eaadde" PRIMARY KEY ("id"))`,
  `CREATE TABLE "record" ("id" SERIAL NOT NULL, "source_id" integer NOT NULL, "number" integer NOT NULL, "line" integer, "hash" character varying COLLATE "C" NOT NULL, "paper_id" integer NOT NULL, "said" text COLLATE "C" NOT NULL, CONSTRAINT "PK_5cb1f4d1aff275cf9001f4343b9" PRIMARY KEY ("id"))`,
  `CREATE TABLE "record_key" ("key" character varying COLLATE "C" NOT NULL, "record_id" integer NOT NULL, CONSTRAINT "PK_22d098b6637b7cba358e976aa73" PRIMARY KEY ("key", "record_id"))`,
];

const indexes = [
  `CREATE INDEX "source_by_file" ON "source" ("file", "format")`,
  `CREATE INDEX "record_by_paper" ON "record" ("paper_id")`,
  `CREATE INDEX "record_by_number" ON "record" ("source_id", "number")`,
  `CREATE INDEX "record_by_hash" ON "record" ("source_id", "hash")`,
  `CREATE INDEX "record_key_by_record" ON "record_key" ("record_id")`,
];

const foreignKeys = [
  `ALTER TABLE "record" ADD CONSTRAINT "FK_4744822baba04073ee40c476bf9" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "record" ADD CONSTRAINT "FK_4f9c74fc72520828bae93888adc" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "record_key" ADD CONSTRAINT "FK_54dc4354b9fe66009090c2e82c9" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

const columns = [
  `ALTER TABLE "paper" ADD "venue" text COLLATE "C"`,
  `ALTER TABLE "paper" ADD "categories" text COLLATE "C"`,
  `ALTER TABLE "paper" ADD "is_withdrawn" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "paper_link" ADD "statements" text COLLATE "C"`,
];

/** What sources say of papers beside digests, and what papers show of it. Authors become objects, of which a name may be one part. */
export class KeepRecords1764720000000 implements MigrationInterface {
  name = 'KeepRecords1764720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...foreignKeys, ...columns]) await runner.query(statement);
    await runner.query(
      `UPDATE "paper" SET "authors" = (SELECT '[' || string_agg('{"name":' || author || '}', ',' ORDER BY place) || ']'
        FROM json_array_elements("authors"::json) WITH ORDINALITY AS named (author, place)) WHERE "authors" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "paper" SET "authors" = (SELECT '[' || string_agg((author -> 'name')::text, ',' ORDER BY place) || ']'
        FROM json_array_elements("authors"::json) WITH ORDINALITY AS named (author, place)) WHERE "authors" IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE "paper_link" DROP COLUMN "statements"`);
    for (const column of ['is_withdrawn', 'categories', 'venue']) {
      await runner.query(`ALTER TABLE "paper" DROP COLUMN "${column}"`);
    }
    for (const table of ['record_key', 'record', 'source']) await runner.query(`DROP TABLE "${table}"`);
  }
}
