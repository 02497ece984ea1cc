// The twenty bookmarks of a reader, whatever was kept of each: main.ts URL FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../ask';

/** Exactly one of them. */
type PaperKey = { [key in 'slug' | 'id' | 'arxivId' | 'doi' | 'url' | 'title']?: string };
type Paper = { id: string; slug: string; title: string; firstSeenOn: string | null };

const [url = 'http://localhost:4000/graphql', file = join(import.meta.dirname, 'bookmarks.json')] =
  process.argv.slice(2);
const keys = JSON.parse(readFileSync(file, 'utf8')) as PaperKey[];

const query = `query Bookmarks($keys: [PaperKey!]!) {
  papersBy(keys: $keys) { id slug title firstSeenOn }
}`;
const { papersBy } = await ask<{ papersBy: (Paper | null)[] }>(url, query, { keys });

assert.equal(papersBy.length, keys.length, 'a place for each key');
for (const [place, paper] of papersBy.entries()) {
  const { id, slug, title } = keys[place] as PaperKey;
  if (paper && id) assert.equal(paper.id, id);
  if (paper && slug) assert.equal(paper.slug, slug);
  if (paper && title) assert.equal(paper.title.toLowerCase(), title.toLowerCase());
  console.log(`${place + 1}. ${paper?.title ?? `gone: ${Object.values(keys[place] as PaperKey)}`}`);
}
