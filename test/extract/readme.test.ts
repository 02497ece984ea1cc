import { findAddresses } from '../../src/extract/links/address/find-addresses';
import { extractLinks } from '../../src/extract/links/links';
import { extractTerms } from '../../src/extract/terms/terms';
import type { Evidence } from '../../src/extract/text/evidence';
import { fieldsOf, type PaperText } from '../../src/extract/text/field';
import { createMentionFinder } from '../../src/extract/topics/mentions';
import { createTopicTagger } from '../../src/extract/topics/topics';
import { readShippedVocabulary } from '../../src/seeds';
import { inColumns, readRoomReadme } from '../support/room-readme';

const { example, stages, length, lostLinks } = readRoomReadme('extract');
const [title = '', ...abstract] = example.split('\n');
const paper: PaperText = { title, abstract: abstract.join('\n') };
const fields = Object.values(fieldsOf(paper));
const vocabulary = readShippedVocabulary();

type Rows = string[][];

const span = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`;
const shown = ({ field, ...place }: Evidence): string => `${field} ${span(place)}`;

const sentences = (): Rows => fieldsOf(paper).abstract.sentences.map((sentence) => [span(sentence), sentence.text]);

const addresses = (): Rows =>
  fields.flatMap(({ name, text }) => findAddresses(text).map((found) => [name, span(found), found.address]));

const mentions = (): Rows =>
  [...createMentionFinder(vocabulary)(paper)].flatMap(([topic, found]) =>
    found.map(({ source, start, end, phrase, place, weight }) => [
      ...[source.name, span({ start, end }), source.text.slice(start, end)],
      ...[topic, `${phrase.kind}${phrase.isAcronym ? ' acronym' : ''}`, place, weight.toFixed(2)],
    ]),
  );

const links = (): Rows =>
  extractLinks(paper).map(({ kind, availability, url, ref, evidence }) => [
    ...[kind, availability, url],
    ...[ref === null ? '' : `ref ${ref}`, shown(evidence)],
  ]);

const topics = (): Rows =>
  createTopicTagger(vocabulary)(paper).map(({ slug, score, method, evidence }) => [
    ...[slug, String(score), method],
    evidence.map(shown).join(', '),
  ]);

/** The terms of each weight, as the paper prints them, with the keys that differ by more than capitals. */
function terms(): Rows {
  const byWeight = new Map<string, string[]>();
  for (const { key, text, weight } of extractTerms(paper)) {
    const same = byWeight.get(weight.toFixed(2)) ?? [];
    byWeight.set(weight.toFixed(2), same);
    same.push(key === text.toLowerCase() ? text : `${text} (${key})`);
  }
  return [...byWeight].map(([weight, texts]) => [weight, texts.join(', ')]);
}

describe('the README of extract', () => {
  it.each([
    ['Sentences', [sentences]],
    ['Addresses and mentions', [addresses, mentions]],
    ['Links and topics', [links, topics]],
    ['Terms', [terms]],
  ] as const)('shows what becomes of its example: %s', (stage, tables) => {
    expect(stages[stage]).toBe(tables.map((rows) => inColumns(rows())).join('\n\n'));
  });

  it('shows no other stage', () => {
    expect(Object.keys(stages)).toHaveLength(4);
  });

  it('is short, and links to files that exist', () => {
    expect(length).toBeLessThanOrEqual(60);
    expect(lostLinks).toEqual([]);
  });
});
