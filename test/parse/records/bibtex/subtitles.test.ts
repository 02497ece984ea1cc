import { readBibtex } from '../../../../src/parse/records/bibtex/read-bibtex';
import { onlyRecord, sayingsOf } from '../support/readers';

describe('a subtitle', () => {
  it.each([
    ['title = {Widgets}, subtitle = {A \\emph{Reader}}', 'Widgets: A Reader'],
    ['title = {What Are Widgets?}, subtitle = {A Reader}', 'What Are Widgets? A Reader'],
    ['title = {Widgets: A Reader}, subtitle = {A reader}', 'Widgets: A Reader'],
    ['title = {Widgets}, subtitle = {}', 'Widgets'],
  ])('of %s is part of the title', async (fields, title) => {
    expect(sayingsOf(await onlyRecord(readBibtex, `@article{a, ${fields}}`)).title).toBe(title);
  });

  it.each([
    ['booktitle = {Widgets}, booksubtitle = {A Reader}', 'Widgets: A Reader'],
    ['journaltitle = {Widgets}, journalsubtitle = {A Journal}', 'Widgets: A Journal'],
  ])('of %s is part of the venue', async (fields, venue) => {
    expect(sayingsOf(await onlyRecord(readBibtex, `@article{a, title = {A}, ${fields}}`)).venue).toBe(venue);
  });
});
