import type { Loaders } from '../../batch/loaders';
import { addressKey } from '../../extract/links/address/address-key';
import { parseAddress } from '../../extract/links/address/parse-address';
import { repositoryKey } from '../../extract/links/repository-key';
import type { PaperOfKey, ReferenceKeys } from '../../lists/look-up/reference-keys';
import type { PossibleTitle, Reference } from '../../parse/references/reference';
import { familyKey } from '../../parse/sameness/mention';
import { titleKey } from '../../parse/sameness/title';
import type { Paper } from '../../store/entities/paper/paper';
import { slugify } from '../../text/slugify';
import { readOwnAddress } from '../resource/resource-path';

/** By what a reference was found to mean a paper. */
export type ReferenceEvidence = 'IDENTIFIER' | 'ADDRESS' | 'TITLE_AND_AUTHOR' | 'TITLE';

/** The papers that a reference may mean, none left out that it may. */
export interface Meant {
  papers: Paper[];
  /** Null where there are none. */
  by: ReferenceEvidence | null;
  /** The identifier, the address or the title; null where there are none. */
  matched: string | null;
}

/** More papers of one title or address are not held against the rest of a reference: it may mean any of them. */
export const MOST_CANDIDATES = 20;

const NOTHING: Meant = { papers: [], by: null, matched: null };

/**
 * The papers that a reference means: those of its identifiers; failing that, of an address that it is; failing that, of what may be
 * its title. Of these last, those are left out that have another identifier of arXiv, and those of which authors are known and
 * none is named, where it names authors.
 */
export async function matchReference(
  text: string,
  reference: Reference,
  publicUrl: string,
  loaders: Loaders,
): Promise<Meant> {
  const keysOfTitles = reference.titles.map((title) => ({ title, key: titleKey(title.text) }));
  const [byIdentifiers, byAddress, byTitles] = await Promise.all([
    loadKeys(loaders, 'identifiers', reference.identifiers),
    Promise.all(addressKeysOf(text, publicUrl).map(([kind, key]) => loadKeys(loaders, kind, [key]))),
    loadKeys(
      loaders,
      'titleKeys',
      keysOfTitles.map(({ key }) => key),
    ),
  ]);
  // Whatever is found, all papers of all references are read at once.
  const found = [byIdentifiers, byAddress.flat(), byTitles].find((rows) => rows.length > 0) ?? [];
  const pks = [...new Set(found.map(({ pk }) => pk))];
  const papers = (await Promise.all(pks.slice(0, MOST_CANDIDATES + 1).map((pk) => loaders.paperByPk.load(pk)))).filter(
    (paper) => paper !== null,
  );
  if (papers.length === 0) return NOTHING;
  if (found === byIdentifiers) return { papers, by: 'IDENTIFIER', matched: keysOf(byIdentifiers).join(', ') };
  if (found !== byTitles) return { papers, by: 'ADDRESS', matched: text.trim() };
  const possible = keysOfTitles.flatMap(({ title, key }) => {
    const pksOfKey = new Set(byTitles.filter((row) => row.key === key).map(({ pk }) => pk));
    return papers.filter(({ pk }) => pksOfKey.has(pk)).map((paper): Possible => ({ paper, title }));
  });
  return byTitle(reference, longestOf(possible), pks.length > MOST_CANDIDATES);
}

/** A paper, and where in a reference its title stands. */
interface Possible {
  paper: Paper;
  title: PossibleTitle;
}

function byTitle(reference: Reference, possible: readonly Possible[], areTooMany: boolean): Meant {
  const allowed = possible.filter(({ paper }) => !hasOtherArxivId(paper, reference));
  const named = allowed.filter((each) => isAuthorNamed(each, reference));
  const left =
    areTooMany || !(named.length > 0 || allowed.some((each) => namesAuthors(each, reference)))
      ? allowed
      : allowed.filter((each) => named.includes(each) || each.paper.authors === null);
  const papers = [...new Map(left.map(({ paper }) => [paper.pk, paper])).values()];
  const [first] = left;
  if (first === undefined) return NOTHING;
  const by = left.every((each) => named.includes(each)) ? 'TITLE_AND_AUTHOR' : 'TITLE';
  return { papers, by, matched: first.title.text };
}

/** Titles that are no part of another one that was found: `Widgets in the Wild` within `Beyond Widgets in the Wild` is none. */
function longestOf(possible: readonly Possible[]): Possible[] {
  return possible.filter(
    ({ title: { text } }) =>
      !possible.some(({ title: other }) => other.text.length > text.length && other.text.includes(text)),
  );
}

function hasOtherArxivId({ arxivId }: Paper, { identifiers }: Reference): boolean {
  const stated = identifiers.filter((identifier) => identifier.startsWith('ARXIV:'));
  return arxivId !== null && stated.length > 0 && !stated.includes(`ARXIV:${arxivId}`);
}

function isAuthorNamed({ paper, title }: Possible, { families, words }: Reference): boolean {
  const ofTitle = new Set(families === null ? slugify(title.text).split('-') : []);
  return (paper.authors ?? []).some(({ name }) => {
    const family = familyKey(name);
    return words.has(family) && !ofTitle.has(family);
  });
}

/** How authors are listed: `Example, A.`, `A. Example and B. Muster`, `Example et al.` */
const LISTED = /\p{L}{2}.*(?:,|\b\p{Lu}\.|&|\band\b|\bet al)|\b\p{Lu}\..*\p{L}{2}/u;

/** Whether a reference names authors, as far as can be told: an entry that has some, or a line with names before the title. */
function namesAuthors({ title: { before } }: Possible, { families }: Reference): boolean {
  return families !== null || LISTED.test(before);
}

function loadKeys(loaders: Loaders, kind: keyof ReferenceKeys, keys: readonly string[]): Promise<PaperOfKey[]> {
  return Promise.all(keys.map((key) => loaders.papersOfReference.load({ kind, key }))).then((found) => found.flat());
}

function keysOf(rows: readonly PaperOfKey[]): string[] {
  return [...new Set(rows.map(({ key }) => key))];
}

/** Browsers take no longer address. */
const LONGEST_ADDRESS = 2_000;

function addressKeysOf(text: string, publicUrl: string): [kind: keyof ReferenceKeys, key: string][] {
  const address = text.trim();
  if (/\s/.test(address) || address.length > LONGEST_ADDRESS) return [];
  const own = readOwnAddress(publicUrl, address);
  if (own) return own.type === 'Paper' ? [['slugs', own.key]] : [];
  const parsed = parseAddress(address);
  if (parsed === null) return [];
  const { repository } = parsed;
  return [
    ['urlKeys', addressKey(address)],
    ...(repository ? [['repositories', repositoryKey(repository)] as [keyof ReferenceKeys, string]] : []),
  ];
}
