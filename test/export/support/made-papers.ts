import { insertRows } from '../../../src/store/write/insert-rows';
import type { TestStore } from '../../support/store';

/** Stores so many papers that no digest holds, and of which no more is known than what they say. */
export async function makePapers({ write }: TestStore, count: number): Promise<void> {
  const abstract = 'We count widgets in forty towns, and say how they age over the years that follow. '.repeat(20);
  const rows = Array.from({ length: count }, (_, index) => {
    const slug = `made-paper-${String(index).padStart(6, '0')}`;
    return [slug, slug, `Made paper ${index}`, abstract, `2020-01-01//${slug}`, 0];
  });
  await write((db) =>
    insertRows(db, 'paper', ['slug', 'title_key', 'title', 'abstract', 'first_seen_key', 'trending_score'], rows),
  );
}
