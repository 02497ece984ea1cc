import sql, { empty, type Sql } from 'sql-template-tag';
import { keys } from '../../store/sql';
import { type LabelRange, papersLabelled } from '../labels/label';
import { labelConditionsIn } from './label-conditions';
import { countsMentions, type PaperFilter } from './paper-filter';

/** Sorts behind every owner of a host's repositories, whose keys are `host/owner/name`. */
const BEHIND_SLASH = '0';

/**
 * Of each condition of a filter that an index can list, the papers that may meet it, as tables with the column `pk`, each
 * paper perhaps more than once. A paper that meets the filter is in every one of them.
 */
export function narrowingsOf(filter: PaperFilter): Sql[] {
  const { topics, digest, hasRepository, repositoryHost, repository, firstSeenOn } = filter;
  const found = labelConditionsIn(filter).map(({ ranges }) => papersOfLabels(ranges));
  if (topics && !countsMentions(topics)) {
    if (topics.any) found.push(papersOfTopics(topics.any));
    for (const slug of topics.all ?? []) found.push(papersOfTopics([slug]));
  }
  if (digest != null) {
    found.push(sql`select m.paper_id as pk from digest d join digest_paper m on m.digest_id = d.id
      where d.slug = ${digest}`);
  }
  if (repository != null) {
    found.push(sql`select m.paper_id as pk from repository r join paper_repository m on m.repository_id = r.id
      where r.key = ${repository}`);
  }
  if (repositoryHost != null) {
    const key = repositoryHost.toLowerCase();
    found.push(sql`select m.paper_id as pk from repository r join paper_repository m on m.repository_id = r.id
      where r.key >= ${`${key}/`} and r.key < ${`${key}${BEHIND_SLASH}`}`);
  } else if (hasRepository) found.push(sql`select paper_id as pk from paper_repository`);
  const { from, to } = { from: firstSeenOn?.from, to: firstSeenOn?.to };
  if (from != null || to != null) {
    found.push(sql`select id as pk from paper where first_seen_on is not null
      ${from == null ? empty : sql`and first_seen_on >= ${from}`} ${to == null ? empty : sql`and first_seen_on <= ${to}`}`);
  }
  return found;
}

/** The papers with one of some labels, as such a table. */
export function papersOfLabels(ranges: readonly LabelRange[]): Sql {
  return sql`select doc as pk from (${papersLabelled(ranges)}) labelled`;
}

function papersOfTopics(slugs: readonly string[]): Sql {
  return sql`select m.paper_id as pk from topic t join topic_paper m on m.topic_id = t.id where t.slug in ${keys(slugs)}`;
}
