import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Standing, standingOf } from '../../../src/extract/topics/standing';
import { createTopicTagger } from '../../../src/extract/topics/topics';
import { parseVocabulary } from '../../../src/extract/topics/vocabulary';
import { ROOT } from '../../support/root';

const file = join(ROOT, 'seeds/topics.json');

export const vocabulary = parseVocabulary(readFileSync(file, 'utf8'), 'seeds/topics.json');
export const tag = createTopicTagger(vocabulary);

/** What a text is about. */
export const slugsOf = (title: string, abstract: string | null = null): string[] => slugsThat('ABOUT', title, abstract);

/** What a text only mentions. */
export const mentionedIn = (title: string, abstract: string | null = null): string[] =>
  slugsThat('MENTIONED', title, abstract);

function slugsThat(standing: Standing, title: string, abstract: string | null): string[] {
  return tag({ title, abstract })
    .filter(({ score }) => standingOf(score) === standing)
    .map(({ slug }) => slug);
}
