import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As TypeORM generates them. Texts sort by code point (`COLLATE "C"`), as they do in SQLite. */
const tables = [
  `CREATE TABLE "corpus" ("id" integer NOT NULL, "version" integer NOT NULL, "updated_at" character varying COLLATE "C", "rules" character varying COLLATE "C", "paper_count" integer NOT NULL DEFAULT '0', "topic_count" integer NOT NULL DEFAULT '0', "repository_count" integer NOT NULL DEFAULT '0', "digest_count" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_91007cc28bcbcba0746a8bff79a" PRIMARY KEY ("id"))`,
  `CREATE TABLE "digest" ("id" SERIAL NOT NULL, "slug" character varying COLLATE "C" NOT NULL, "title" text COLLATE "C" NOT NULL, "curator" text COLLATE "C", "date_label" character varying COLLATE "C", "date" character varying(10) COLLATE "C", "date_source" character varying COLLATE "C", "source" character varying COLLATE "C" NOT NULL, "sha256" character varying(64) COLLATE "C" NOT NULL, "imported_at" character varying COLLATE "C" NOT NULL, "date_key" character varying COLLATE "C" NOT NULL, "paper_count" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_2dd4326b58a8be82ec4fd61a51f" UNIQUE ("slug"), CONSTRAINT "UQ_f85501ba7bd2b36ebc871acb29c" UNIQUE ("date_key"), CONSTRAINT "PK_b55ba0eeed443887fd73de9fa02" PRIMARY KEY ("id"))`,
  `CREATE TABLE "paper" ("id" SERIAL NOT NULL, "slug" character varying COLLATE "C" NOT NULL, "title" text COLLATE "C" NOT NULL, "abstract" text COLLATE "C", "authors" text COLLATE "C", "published_on" character varying(10) COLLATE "C", "arxiv_id" character varying COLLATE "C", "doi" character varying COLLATE "C", "first_seen_on" character varying(10) COLLATE "C", "first_seen_key" character varying COLLATE "C" NOT NULL, "trending_score" double precision NOT NULL, CONSTRAINT "UQ_4419727c7dbec0da36a70c1b96d" UNIQUE ("slug"), CONSTRAINT "PK_ca8320a8e49e70e3de2d843a80a" PRIMARY KEY ("id"))`,
  `CREATE TABLE "digest_paper" ("digest_id" integer NOT NULL, "rank" integer NOT NULL, "paper_id" integer NOT NULL, "line" integer NOT NULL, "own_title" text COLLATE "C", "own_abstract" text COLLATE "C", CONSTRAINT "PK_b16ed3274f8b2d8fcbb3c8dcb4f" PRIMARY KEY ("digest_id", "rank"))`,
  `CREATE TABLE "repository" ("id" SERIAL NOT NULL, "key" character varying COLLATE "C" NOT NULL, "host" character varying COLLATE "C" NOT NULL, "owner" character varying COLLATE "C" NOT NULL, "name" character varying COLLATE "C" NOT NULL, "paper_count" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_c53f1f28db1cebb337ea9401a90" UNIQUE ("key"), CONSTRAINT "PK_b842c26651c6fc0b9ccd1c530e2" PRIMARY KEY ("id"))`,
  `CREATE TABLE "paper_link" ("paper_id" integer NOT NULL, "position" integer NOT NULL, "kind" character varying COLLATE "C" NOT NULL, "url" text COLLATE "C" NOT NULL, "url_key" character varying COLLATE "C" NOT NULL, "url_as_written" text COLLATE "C" NOT NULL, "availability" character varying COLLATE "C" NOT NULL, "repository_id" integer, "spelled_owner" character varying COLLATE "C", "spelled_name" character varying COLLATE "C", "ref" character varying COLLATE "C", "path" text COLLATE "C", "evidence" text COLLATE "C" NOT NULL, CONSTRAINT "PK_4e2716eb4f2b26cc864ca15176f" PRIMARY KEY ("paper_id", "position"))`,
  `CREATE TABLE "paper_repository" ("repository_id" integer NOT NULL, "paper_id" integer NOT NULL, "position" integer NOT NULL, "first_seen_key" character varying COLLATE "C" NOT NULL, CONSTRAINT "PK_4a76350ab284fa598207ff61d66" PRIMARY KEY ("repository_id", "paper_id"))`,
  `CREATE TABLE "term" ("id" SERIAL NOT NULL, "key" character varying COLLATE "C" NOT NULL, "paper_count" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_02cf7fdda54d19b45f00d97b6d1" UNIQUE ("key"), CONSTRAINT "PK_55b0479f0743f2e5d5ec414821e" PRIMARY KEY ("id"))`,
  `CREATE TABLE "paper_term" ("paper_id" integer NOT NULL, "term_id" integer NOT NULL, "strength" bigint NOT NULL, "text" text COLLATE "C", CONSTRAINT "PK_1380d4abbc75bc26465f096d835" PRIMARY KEY ("paper_id", "term_id"))`,
  `CREATE TABLE "topic" ("id" SERIAL NOT NULL, "slug" character varying COLLATE "C" NOT NULL, "name" character varying COLLATE "C" NOT NULL, "name_key" character varying COLLATE "C" NOT NULL, "description" text COLLATE "C", "aliases" text COLLATE "C" NOT NULL, "parent_id" integer, "paper_count" integer NOT NULL DEFAULT '0', "own_paper_count" integer NOT NULL DEFAULT '0', CONSTRAINT "UQ_b4f72509919eef20d3f54eedc34" UNIQUE ("slug"), CONSTRAINT "PK_33aa4ecb4e4f20aa0157ea7ef61" PRIMARY KEY ("id"))`,
  `CREATE TABLE "paper_topic" ("paper_id" integer NOT NULL, "topic_id" integer NOT NULL, "score" double precision NOT NULL, "method" character varying COLLATE "C" NOT NULL, "evidence" text COLLATE "C" NOT NULL, CONSTRAINT "PK_72c9405ee74b632746f90896d69" PRIMARY KEY ("paper_id", "topic_id"))`,
  `CREATE TABLE "topic_ancestor" ("topic_id" integer NOT NULL, "ancestor_id" integer NOT NULL, "depth" integer NOT NULL, CONSTRAINT "PK_923ee005e3345d699236afe49eb" PRIMARY KEY ("topic_id", "ancestor_id"))`,
  `CREATE TABLE "topic_pair" ("topic_id" integer NOT NULL, "other_id" integer NOT NULL, "paper_count" integer NOT NULL, CONSTRAINT "PK_383444692bd574ff570166f4789" PRIMARY KEY ("topic_id", "other_id"))`,
  `CREATE TABLE "topic_paper" ("topic_id" integer NOT NULL, "paper_id" integer NOT NULL, "via_topic_id" integer NOT NULL, "is_own" integer NOT NULL, "first_seen_key" character varying COLLATE "C" NOT NULL, CONSTRAINT "PK_c98d421e1034e2f6e495c465183" PRIMARY KEY ("topic_id", "paper_id"))`,
];

const indexes = [
  `CREATE INDEX "paper_by_first_seen" ON "paper"  ("first_seen_key")`,
  `CREATE INDEX "paper_by_first_seen_on" ON "paper"  ("first_seen_on")`,
  `CREATE INDEX "paper_by_trending" ON "paper"  ("trending_score", "first_seen_key")`,
  `CREATE UNIQUE INDEX "digest_paper_by_paper" ON "digest_paper"  ("paper_id", "digest_id")`,
  `CREATE INDEX "repository_by_paper_count" ON "repository"  ("paper_count", "key")`,
  `CREATE INDEX "paper_link_by_repository" ON "paper_link"  ("repository_id")`,
  `CREATE INDEX "paper_link_by_url" ON "paper_link"  ("url_key", "kind", "paper_id")`,
  `CREATE INDEX "paper_repository_by_first_seen" ON "paper_repository"  ("repository_id", "first_seen_key")`,
  `CREATE UNIQUE INDEX "paper_repository_by_position" ON "paper_repository"  ("paper_id", "position")`,
  `CREATE INDEX "paper_term_by_strength" ON "paper_term"  ("term_id", "strength")`,
  `CREATE INDEX "topic_by_name" ON "topic"  ("name_key")`,
  `CREATE INDEX "topic_by_parent" ON "topic"  ("parent_id")`,
  `CREATE INDEX "topic_by_paper_count" ON "topic"  ("paper_count")`,
  `CREATE INDEX "paper_topic_by_topic" ON "paper_topic"  ("topic_id", "paper_id")`,
  `CREATE INDEX "topic_ancestor_by_ancestor" ON "topic_ancestor"  ("ancestor_id", "topic_id")`,
  `CREATE INDEX "topic_pair_by_paper_count" ON "topic_pair"  ("topic_id", "paper_count")`,
  `CREATE INDEX "topic_paper_by_paper" ON "topic_paper"  ("paper_id", "topic_id")`,
  `CREATE INDEX "topic_paper_by_own_first_seen" ON "topic_paper"  ("topic_id", "is_own", "first_seen_key")`,
  `CREATE INDEX "topic_paper_by_first_seen" ON "topic_paper"  ("topic_id", "first_seen_key")`,
];

const foreignKeys = [
  `ALTER TABLE "digest_paper" ADD CONSTRAINT "FK_62ed0444f32857a061e7fe40b94" FOREIGN KEY ("digest_id") REFERENCES "digest"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "digest_paper" ADD CONSTRAINT "FK_80eb334c1618c95987da9c5c7d7" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_link" ADD CONSTRAINT "FK_0dd948fea47e3b161d81c78dd98" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_link" ADD CONSTRAINT "FK_744947870994038c5d24f6d7fde" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_repository" ADD CONSTRAINT "FK_d7a9272d44063b74dd8e135777b" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_repository" ADD CONSTRAINT "FK_0d705ad607fc7fc04249f497fbe" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_term" ADD CONSTRAINT "FK_92bb212635e64699bfcb98b2264" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_term" ADD CONSTRAINT "FK_ea18ebada330b495645d751b427" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic" ADD CONSTRAINT "FK_40d1ab0ce240d3e8183ca56705f" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_topic" ADD CONSTRAINT "FK_c5972491166c57c5ccc17a19d80" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "paper_topic" ADD CONSTRAINT "FK_7692680b6348b8daa1a61d7e25b" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_ancestor" ADD CONSTRAINT "FK_de5122b7e2f758e77846a682bc9" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_ancestor" ADD CONSTRAINT "FK_f6719c182b251350b4ca98f0aff" FOREIGN KEY ("ancestor_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_pair" ADD CONSTRAINT "FK_8eb6e2795f9b28915d19eae0b08" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_pair" ADD CONSTRAINT "FK_d0da926647293584d6cb2db8872" FOREIGN KEY ("other_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_paper" ADD CONSTRAINT "FK_1d1a5a8fcec8daa04caa68e491f" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_paper" ADD CONSTRAINT "FK_9b59d6d58beec2bf871fd000709" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

const names = [
  'corpus',
  'digest',
  'paper',
  'digest_paper',
  'repository',
  'paper_link',
  'paper_repository',
  'term',
  'paper_term',
  'topic',
  'paper_topic',
  'topic_ancestor',
  'topic_pair',
  'topic_paper',
];

/** The shape of the store at the time when PostgreSQL came, with the one row of the corpus. */
export class CreateCorpus1763942400000 implements MigrationInterface {
  name = 'CreateCorpus1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...foreignKeys]) await runner.query(statement);
    await runner.query(`INSERT INTO "corpus" ("id", "version") VALUES (1, 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${names.map((name) => `"${name}"`).join(', ')}`);
  }
}
