import sql from 'sql-template-tag';
import { writeEveryPaperChanged } from '../../changes/log/write-changes';
import type { Vocabulary } from '../../extract/topics/vocabulary';
import { clearTerms } from '../../related/write-terms';
import { rebuildIndexOf } from '../../search/index/upkeep/refresh-index';
import { type Db, keys, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { recountCorpus, writeCorpus } from '../../store/write/corpus';
import { insertRows } from '../../store/write/insert-rows';
import { slugify } from '../../text/slugify';
import { clearVectors } from '../../vectors/stored-vectors';
import { countIn } from './counters';
import type { FactReader } from './facts';
import { deleteUnlinkedRepositories, repositoriesOf, spellRepositories } from './repositories';
import { writeFacts } from './write-facts';

/** Papers read again at a time: bounds memory, and the number of keys in a statement. */
const PAPERS_AT_A_TIME = 200;

/**
 * Makes the stored topics those of the vocabulary, and reads every stored paper again, when the vocabulary or the rules
 * of extraction are not those that the store was built with. One transaction; does nothing when they are.
 *
 * @returns whether anything was written
 */
export async function syncVocabulary(store: Store, reader: FactReader): Promise<boolean> {
  if (await isBuiltBy(store.reader, reader)) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (await isBuiltBy(db, reader)) return false;
    await writeVocabulary(db, reader.vocabulary);
    await readPapersAgain(db, reader);
    await rebuildIndexOf(db, 'TOPIC');
    await rebuildIndexOf(db, 'REPOSITORY');
    await run(
      db,
      sql`update corpus set rules = ${reader.rules}, vector_weights = ${reader.weights?.fingerprint ?? null} where id = 1`,
    );
    await recountCorpus(db);
    await writeCorpus(db);
    await writeEveryPaperChanged(db);
    return true;
  });
}

async function isBuiltBy(db: Db, { rules }: FactReader): Promise<boolean> {
  const [corpus] = await run<{ rules: string | null }>(db, sql`select rules from corpus where id = 1`);
  return corpus?.rules === rules;
}

async function writeVocabulary(db: Db, vocabulary: Vocabulary): Promise<void> {
  const slugs = vocabulary.map(({ slug }) => slug);
  await run(db, sql`update topic set parent_id = null, paper_count = 0, own_paper_count = 0`);
  await run(db, sql`delete from topic where slug not in ${keys(slugs)}`);
  const known = new Set((await run<{ slug: string }>(db, sql`select slug from topic`)).map(({ slug }) => slug));
  await insertRows(
    db,
    'topic',
    ['slug', 'name', 'name_key', 'aliases'],
    vocabulary.flatMap(({ slug, name }) => (known.has(slug) ? [] : [[slug, name, slugify(name), '[]']])),
  );
  for (const { slug, name, description, aliases, parent } of vocabulary) {
    await run(
      db,
      sql`update topic set name = ${name}, name_key = ${slugify(name)}, description = ${description},
            aliases = ${JSON.stringify(aliases)}, parent_id = (select id from topic where slug = ${parent})
          where slug = ${slug}`,
    );
  }
  await run(db, sql`delete from topic_ancestor`);
  await run(
    db,
    sql`insert into topic_ancestor (topic_id, ancestor_id, depth)
        with recursive above (topic_id, ancestor_id, depth) as (
          select id, id, 0 from topic
          union all
          select a.topic_id, t.parent_id, a.depth + 1 from above a join topic t on t.id = a.ancestor_id
          where t.parent_id is not null
        )
        select topic_id, ancestor_id, depth from above`,
  );
}

async function readPapersAgain(db: Db, reader: FactReader): Promise<void> {
  await clearTerms(db);
  await clearVectors(db);
  await run(db, sql`delete from topic_pair`);
  await run(db, sql`delete from topic_paper`);
  await run(db, sql`delete from paper_topic`);
  await run(db, sql`delete from paper_mention`);
  await run(db, sql`delete from paper_repository`);
  await run(db, sql`delete from paper_link`);
  await run(db, sql`update repository set paper_count = 0, count_key = 0`);
  for (let last = 0; ; ) {
    const papers = await run<{ pk: number; title: string; abstract: string | null; firstSeenKey: string }>(
      db,
      sql`select id as pk, title, abstract, first_seen_key as "firstSeenKey" from paper
          where id > ${last} order by id limit ${PAPERS_AT_A_TIME}`,
    );
    if (papers.length === 0) break;
    const pks = papers.map(({ pk }) => pk);
    await writeFacts(
      db,
      papers.map((paper) => ({ paperPk: paper.pk, firstSeenKey: paper.firstSeenKey, facts: reader.read(paper) })),
    );
    await countIn(db, pks);
    await spellRepositories(db, await repositoriesOf(db, pks));
    last = pks[pks.length - 1] as number;
  }
  await deleteUnlinkedRepositories(db);
}
