import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept as TypeORM generates them: it compares these texts with the entities, and a rewrapped one looks like drift. */
const tables = [
  `CREATE TABLE "corpus" ("id" integer PRIMARY KEY NOT NULL, "version" integer NOT NULL, "updated_at" varchar, "rules" varchar, "paper_count" integer NOT NULL DEFAULT (0), "topic_count" integer NOT NULL DEFAULT (0), "repository_count" integer NOT NULL DEFAULT (0), "digest_count" integer NOT NULL DEFAULT (0))`,
  `CREATE TABLE "digest" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "slug" varchar NOT NULL, "title" text NOT NULL, "curator" text, "date_label" varchar, "date" varchar(10), "date_source" varchar, "source" varchar NOT NULL, "sha256" varchar(64) NOT NULL, "imported_at" varchar NOT NULL, "date_key" varchar NOT NULL, "paper_count" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_2dd4326b58a8be82ec4fd61a51f" UNIQUE ("slug"), CONSTRAINT "UQ_f85501ba7bd2b36ebc871acb29c" UNIQUE ("date_key"))`,
  `CREATE TABLE "paper" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "slug" varchar NOT NULL, "title" text NOT NULL, "abstract" text, "authors" text, "published_on" varchar(10), "arxiv_id" varchar, "doi" varchar, "first_seen_on" varchar(10), "first_seen_key" varchar NOT NULL, "trending_score" double precision NOT NULL, CONSTRAINT "UQ_4419727c7dbec0da36a70c1b96d" UNIQUE ("slug"))`,
  `CREATE TABLE "topic" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "slug" varchar NOT NULL, "name" varchar NOT NULL, "name_key" varchar NOT NULL, "description" text, "aliases" text NOT NULL, "parent_id" integer, "paper_count" integer NOT NULL DEFAULT (0), "own_paper_count" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_b4f72509919eef20d3f54eedc34" UNIQUE ("slug"), CONSTRAINT "FK_40d1ab0ce240d3e8183ca56705f" FOREIGN KEY ("parent_id") REFERENCES "topic" ("id") ON DELETE SET NULL ON UPDATE NO ACTION)`,
  `CREATE TABLE "repository" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "key" varchar NOT NULL, "host" varchar NOT NULL, "owner" varchar NOT NULL, "name" varchar NOT NULL, "paper_count" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_c53f1f28db1cebb337ea9401a90" UNIQUE ("key"))`,
  `CREATE TABLE "digest_paper" ("digest_id" integer NOT NULL, "rank" integer NOT NULL, "paper_id" integer NOT NULL, "line" integer NOT NULL, "own_title" text, "own_abstract" text, CONSTRAINT "FK_62ed0444f32857a061e7fe40b94" FOREIGN KEY ("digest_id") REFERENCES "digest" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_80eb334c1618c95987da9c5c7d7" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("digest_id", "rank")) WITHOUT ROWID`,
  `CREATE TABLE "topic_ancestor" ("topic_id" integer NOT NULL, "ancestor_id" integer NOT NULL, "depth" integer NOT NULL, CONSTRAINT "FK_de5122b7e2f758e77846a682bc9" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_f6719c182b251350b4ca98f0aff" FOREIGN KEY ("ancestor_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("topic_id", "ancestor_id")) WITHOUT ROWID`,
  `CREATE TABLE "paper_topic" ("paper_id" integer NOT NULL, "topic_id" integer NOT NULL, "score" double precision NOT NULL, "method" varchar NOT NULL, "evidence" text NOT NULL, CONSTRAINT "FK_c5972491166c57c5ccc17a19d80" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_7692680b6348b8daa1a61d7e25b" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "topic_id")) WITHOUT ROWID`,
  `CREATE TABLE "topic_paper" ("topic_id" integer NOT NULL, "paper_id" integer NOT NULL, "via_topic_id" integer NOT NULL, "is_own" integer NOT NULL, "first_seen_key" varchar NOT NULL, CONSTRAINT "FK_1d1a5a8fcec8daa04caa68e491f" FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_9b59d6d58beec2bf871fd000709" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("topic_id", "paper_id")) WITHOUT ROWID`,
  `CREATE TABLE "paper_link" ("paper_id" integer NOT NULL, "position" integer NOT NULL, "kind" varchar NOT NULL, "url" text NOT NULL, "url_key" varchar NOT NULL, "url_as_written" text NOT NULL, "availability" varchar NOT NULL, "repository_id" integer, "spelled_owner" varchar, "spelled_name" varchar, "ref" varchar, "path" text, "evidence" text NOT NULL, CONSTRAINT "FK_0dd948fea47e3b161d81c78dd98" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_744947870994038c5d24f6d7fde" FOREIGN KEY ("repository_id") REFERENCES "repository" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("paper_id", "position")) WITHOUT ROWID`,
  `CREATE TABLE "paper_repository" ("repository_id" integer NOT NULL, "paper_id" integer NOT NULL, "position" integer NOT NULL, "first_seen_key" varchar NOT NULL, CONSTRAINT "FK_d7a9272d44063b74dd8e135777b" FOREIGN KEY ("repository_id") REFERENCES "repository" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT "FK_0d705ad607fc7fc04249f497fbe" FOREIGN KEY ("paper_id") REFERENCES "paper" ("id") ON DELETE CASCADE ON UPDATE NO ACTION, PRIMARY KEY ("repository_id", "paper_id")) WITHOUT ROWID`,
];

const indexes = [
  `CREATE INDEX "paper_by_first_seen" ON "paper" ("first_seen_key")`,
  `CREATE INDEX "paper_by_first_seen_on" ON "paper" ("first_seen_on")`,
  `CREATE INDEX "paper_by_trending" ON "paper" ("trending_score", "first_seen_key")`,
  `CREATE INDEX "topic_by_name" ON "topic" ("name_key")`,
  `CREATE INDEX "topic_by_paper_count" ON "topic" ("paper_count")`,
  `CREATE INDEX "topic_by_parent" ON "topic" ("parent_id")`,
  `CREATE INDEX "repository_by_paper_count" ON "repository" ("paper_count", "key")`,
  `CREATE UNIQUE INDEX "digest_paper_by_paper" ON "digest_paper" ("paper_id", "digest_id")`,
  `CREATE INDEX "topic_ancestor_by_ancestor" ON "topic_ancestor" ("ancestor_id", "topic_id")`,
  `CREATE INDEX "paper_topic_by_topic" ON "paper_topic" ("topic_id", "paper_id")`,
  `CREATE INDEX "topic_paper_by_first_seen" ON "topic_paper" ("topic_id", "first_seen_key")`,
  `CREATE INDEX "topic_paper_by_own_first_seen" ON "topic_paper" ("topic_id", "is_own", "first_seen_key")`,
  `CREATE INDEX "topic_paper_by_paper" ON "topic_paper" ("paper_id", "topic_id")`,
  `CREATE INDEX "paper_link_by_repository" ON "paper_link" ("repository_id")`,
  `CREATE INDEX "paper_link_by_url" ON "paper_link" ("url_key", "kind", "paper_id")`,
  `CREATE INDEX "paper_repository_by_first_seen" ON "paper_repository" ("repository_id", "first_seen_key")`,
  `CREATE UNIQUE INDEX "paper_repository_by_position" ON "paper_repository" ("paper_id", "position")`,
];

const names = [
  'corpus',
  'digest',
  'paper',
  'topic',
  'repository',
  'digest_paper',
  'topic_ancestor',
  'paper_topic',
  'topic_paper',
  'paper_link',
  'paper_repository',
];

/** The first shape of the store, with the one row of the corpus. */
export class CreateCorpus1741651200000 implements MigrationInterface {
  name = 'CreateCorpus1741651200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await runner.query(statement);
    await runner.query(`INSERT INTO "corpus" ("id", "version") VALUES (1, 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...names].reverse()) await runner.query(`DROP TABLE "${name}"`);
  }
}
