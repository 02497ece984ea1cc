import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTopicTagger } from '../../src/extract/topics';
import { parseVocabulary } from '../../src/extract/vocabulary';

const file = join(__dirname, '../../seeds/topics.json');

export const vocabulary = parseVocabulary(readFileSync(file, 'utf8'), 'seeds/topics.json');
export const tag = createTopicTagger(vocabulary);

export const slugsOf = (title: string, abstract: string | null = null): string[] =>
  tag({ title, abstract }).map(({ slug }) => slug);
