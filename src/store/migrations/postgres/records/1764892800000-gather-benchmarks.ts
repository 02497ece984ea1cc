import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "benchmark" ("id" SERIAL NOT NULL, "topic_id" integer NOT NULL, "task_key" character varying COLLATE "C" NOT NULL, "dataset_key" character varying COLLATE "C" NOT NULL, "task" character varying COLLATE "C" NOT NULL, "dataset" character varying COLLATE "C" NOT NULL, "metrics" text COLLATE "C" NOT NULL, "paper_count" integer NOT NULL, "result_count" integer NOT NULL, "count_key" integer NOT NULL, CONSTRAINT "PK_8cf01b709151d95a206b197041f" PRIMARY KEY ("id"))`,
  `CREATE INDEX "benchmark_of_topic" ON "benchmark" ("topic_id")`,
  `CREATE INDEX "benchmark_by_topic" ON "benchmark" ("topic_id", "count_key", "dataset_key", "task_key")`,
  `CREATE UNIQUE INDEX "benchmark_by_task" ON "benchmark" ("task_key", "dataset_key")`,
  `CREATE TABLE "benchmark_paper" ("benchmark_id" integer NOT NULL, "first_seen_key" character varying COLLATE "C" NOT NULL, "paper_id" integer NOT NULL, "results" text COLLATE "C" NOT NULL, CONSTRAINT "PK_1fbaf680f2ba8557ff7f5129748" PRIMARY KEY ("benchmark_id", "first_seen_key"))`,
  `CREATE UNIQUE INDEX "benchmark_paper_by_paper" ON "benchmark_paper" ("paper_id", "benchmark_id")`,
  `ALTER TABLE "corpus" ADD "benchmark_rules" character varying COLLATE "C"`,
  `ALTER TABLE "benchmark" ADD CONSTRAINT "FK_631a46240923b1f2b1bd40e836e" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "benchmark_paper" ADD CONSTRAINT "FK_ef3c6fe95814d4f2b3301ff5de2" FOREIGN KEY ("benchmark_id") REFERENCES "benchmark"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "benchmark_paper" ADD CONSTRAINT "FK_11eddbceaa07e7e99f32d1e75b1" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

/** The tasks on data sets that topics name, with the papers that have results there. The first start fills it. */
export class GatherBenchmarks1764892800000 implements MigrationInterface {
  name = 'GatherBenchmarks1764892800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "corpus" DROP COLUMN "benchmark_rules"`);
    await runner.query(`DROP TABLE "benchmark_paper"`);
    await runner.query(`DROP TABLE "benchmark"`);
  }
}
