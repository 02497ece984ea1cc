import { papersByPk } from '../../lists/papers';
import { repositoriesByPk } from '../../lists/repositories';
import { topicsByPk } from '../../lists/topics';
import type { Paper } from '../../store/entities/paper/paper';
import type { Repository } from '../../store/entities/repository';
import type { Topic } from '../../store/entities/topic/topic';
import type { Db } from '../../store/sql';
import { fromDoc, type SearchType } from '../documents';

/** A row that was found, under the name of its type. */
export type Found =
  | (Paper & { __typename: 'Paper' })
  | (Topic & { __typename: 'Topic' })
  | (Repository & { __typename: 'Repository' });

/** The rows behind documents of the index, by document; those that are gone are absent. */
export async function readNodes(db: Db, docs: readonly number[]): Promise<Map<number, Found>> {
  const pks: Record<SearchType, number[]> = { PAPER: [], TOPIC: [], REPOSITORY: [] };
  for (const doc of docs) pks[fromDoc(doc).type].push(fromDoc(doc).pk);
  const [papers, topics, repositories] = await Promise.all([
    pks.PAPER.length > 0 ? papersByPk(db, pks.PAPER) : [],
    pks.TOPIC.length > 0 ? topicsByPk(db, pks.TOPIC) : [],
    pks.REPOSITORY.length > 0 ? repositoriesByPk(db, pks.REPOSITORY) : [],
  ]);
  const found: Record<SearchType, Map<number, Found>> = {
    PAPER: new Map(papers.map((row) => [row.pk, Object.assign(row, { __typename: 'Paper' as const })])),
    TOPIC: new Map(topics.map((row) => [row.pk, Object.assign(row, { __typename: 'Topic' as const })])),
    REPOSITORY: new Map(repositories.map((row) => [row.pk, Object.assign(row, { __typename: 'Repository' as const })])),
  };
  return new Map(
    docs.flatMap((doc) => {
      const node = found[fromDoc(doc).type].get(fromDoc(doc).pk);
      return node ? [[doc, node] as const] : [];
    }),
  );
}
