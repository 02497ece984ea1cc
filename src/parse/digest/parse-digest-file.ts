import { decodeText } from '../file/decode-text';
import { DigestSyntaxError, quote } from '../file/digest-syntax-error';
import { foreignFormatOf } from '../file/foreign-format';
import { expectSizes } from './bounds';
import { collectPages, type Page } from './collect-pages';
import { pageDate } from './dates/page-date';
import { resolveDates } from './dates/resolve-dates';
import type { ParsedDigest } from './digest';
import { digestSlugs, fileStem } from './digest-slugs';
import { distinctPapers } from './distinct-papers';
import { expectUnderstood } from './expect-understood';
import { isDigest, isMarkdownDigest } from './is-digest';
import { labelFile } from './labels/label-file';
import { curatorOf } from './passages/header-line';
import { splitPassages } from './passages/split-passages';

/**
 * Turns a digest file into its digests, in printed order: one, or as many as pages were pasted into it.
 *
 * @param bytes the file as it stands on disk
 * @param file its name or path, for the slug, the year and messages
 * @param options.date the year given by hand (`--date`), with or without its month and day
 * @throws DigestSyntaxError `file:line: expected …, got …` when the file is no digest or too large for one, or its dates
 *   are impossible or contradict each other
 */
export function parseDigestFile(bytes: Uint8Array, file: string, options: { date?: string } = {}): ParsedDigest[] {
  const text = decodeText(bytes, file);
  const pages = readPages(text, file);
  const labels = pages.map(pageDate);
  const dates = resolveDates(file, labels, options.date);
  const slugs = digestSlugs(
    file,
    labels.map((label) => label?.text ?? null),
  );
  return pages.map(({ header, entries, dropped }, index) => ({
    slug: slugs[index] ?? '',
    title: header.banner?.text ?? fileStem(file),
    curator: header.byline ? curatorOf(header.byline.text) : null,
    dateLabel: labels[index]?.text ?? null,
    date: dates[index]?.date ?? null,
    dateSource: dates[index]?.dateSource ?? null,
    ...distinctPapers(entries),
    dropped,
  }));
}

/** Reads a text as pages, each with papers, or refuses it. */
function readPages(text: string, file: string): Page[] {
  const split = splitPassages(text);
  const [first] = split;
  if (first === undefined) throw new DigestSyntaxError(file, 1, 'titles and abstracts', 'an empty file');
  const isHeaded = split.some(({ header }) => header === 'banner');
  const format = foreignFormatOf(text, isHeaded);
  const { passages, readings, digestOdds, doubts } = labelFile(split);
  const pages = collectPages(passages, readings);
  // Digests are written in Markdown, too.
  if (format !== null && !(format === 'Markdown' && isMarkdownDigest(pages, text))) {
    throw new DigestSyntaxError(file, first.line, 'the plain text of a digest', `${format}: ${quote(first.text)}`);
  }
  for (const { entries, line, header } of pages) {
    if (entries.length === 0 && Object.keys(header).length > 0) {
      throw new DigestSyntaxError(file, line, 'papers after the header', 'none');
    }
  }
  if (digestOdds <= 0 || pages[0]?.entries.length === 0 || !isDigest(pages, passages)) {
    throw new DigestSyntaxError(file, first.line, 'a title, a blank line and an abstract', quote(first.text));
  }
  expectUnderstood(file, pages, doubts);
  expectSizes(file, pages);
  return pages;
}
