import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "paper_vector" ("paper_id" integer NOT NULL, "coverage" integer NOT NULL, "vector" text COLLATE "C" NOT NULL, CONSTRAINT "PK_df8efcfe609828ad8dc0bff704a" PRIMARY KEY ("paper_id"))`,
  `ALTER TABLE "corpus" ADD "vector_weights" character varying COLLATE "C"`,
  `ALTER TABLE "paper_vector" ADD CONSTRAINT "FK_df8efcfe609828ad8dc0bff704a" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

/** A vector of each paper's text. The first start fills it. */
export class StoreVectors1765065600000 implements MigrationInterface {
  name = 'StoreVectors1765065600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "corpus" DROP COLUMN "vector_weights"`);
    await runner.query(`DROP TABLE "paper_vector"`);
  }
}
