-- The tables that PostGraphile serves: Offprint's own, with the types and foreign keys that PostgreSQL users give them.
create table corpus (id integer primary key, paper_count integer not null);
create table digest (
  id integer primary key, slug text not null unique, title text not null, curator text, date_label text, date date,
  source text not null, date_key text not null unique
);
create table paper (
  id integer primary key, slug text not null unique, title text not null, abstract text, authors jsonb,
  published_on date, arxiv_id text, doi text, first_seen_on date, first_seen_key text collate "C" not null unique
);
create table topic (
  id integer primary key, slug text not null unique, name text not null, name_key text collate "C" not null,
  description text, aliases jsonb not null, parent_id integer references topic, paper_count integer not null
);
create table repository (
  id integer primary key, host text not null, owner text not null, name text not null, paper_count integer not null
);
create table digest_paper (
  digest_id integer not null references digest, rank integer not null, paper_id integer not null references paper,
  primary key (digest_id, rank)
);
create table paper_topic (
  paper_id integer not null references paper, topic_id integer not null references topic, score double precision not null,
  method text not null, evidence jsonb not null, primary key (paper_id, topic_id)
);
create table topic_paper (
  topic_id integer not null references topic, paper_id integer not null references paper,
  first_seen_key text collate "C" not null, primary key (topic_id, paper_id), unique (topic_id, first_seen_key)
);
create table paper_link (
  paper_id integer not null references paper, position integer not null, kind text not null, url text not null,
  url_as_written text not null, availability text not null, repository_id integer references repository, ref text,
  path text, evidence jsonb not null, primary key (paper_id, position)
);
create table paper_repository (
  repository_id integer not null references repository, paper_id integer not null references paper,
  position integer not null, primary key (repository_id, paper_id), unique (paper_id, position)
);
create index on topic (parent_id);
create index on digest_paper (paper_id);
create index on paper_topic (topic_id);
create index on topic_paper (paper_id);
create index on paper_link (repository_id);
comment on column paper_topic.score is '@behavior +orderBy';
comment on column paper_repository.position is '@behavior +orderBy';
comment on column topic.name_key is '@behavior +orderBy';
comment on column topic.parent_id is '@behavior +filterBy';
comment on column topic_paper.first_seen_key is '@behavior +orderBy';
