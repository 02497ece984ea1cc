import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTopicTagger } from '../../../src/extract/topics/topics';
import { parseVocabulary } from '../../../src/extract/topics/vocabulary';
import { ROOT } from '../../support/root';

const file = join(ROOT, 'seeds/topics.json');

export const vocabulary = parseVocabulary(readFileSync(file, 'utf8'), 'seeds/topics.json');
export const tag = createTopicTagger(vocabulary);

export const slugsOf = (title: string, abstract: string | null = null): string[] =>
  tag({ title, abstract }).map(({ slug }) => slug);
