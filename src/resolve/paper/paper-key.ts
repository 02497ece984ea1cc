import { Field, ID, InputType } from 'type-graphql';
import type { Loaders } from '../../batch/loaders';
import type { Fold } from '../../lists/paging/list';
import { identifierKey } from '../../parse/sameness/mention';
import { titleKey } from '../../parse/sameness/title';
import { writtenIdentifier } from '../../parse/sameness/written-identifier';
import type { Paper } from '../../store/entities/paper/paper';
import { arxivIdOf } from '../../text/arxiv-id';
import { doiOf } from '../../text/doi';
import { readAddress } from '../addresses';
import { badUserInput } from '../bad-user-input';
import type { Context } from '../context';
import { checkSlug } from '../public-keys';
import { fromGlobalId } from '../relay/global-id';
import { readOwnAddress } from '../resource/resource-path';

/** No digest has a longer title, in UTF-16 units. */
const LONGEST_TITLE = 1_000;

/** `@oneOf`, as the schema says once it is built. */
@InputType('PaperKey', { description: 'What a paper is known by: exactly one of these.' })
export class PaperKey {
  @Field(() => String, { nullable: true, description: 'Its public key, `Paper.slug`.' })
  slug?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its global id, `Paper.id`.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its arXiv identifier, in any form: with or without version, `arXiv:…`, an address of arXiv, a DOI of arXiv. `Paper.arxivId`, failing that one that a record states. Papers that only name it in their texts are for `resource` and `url`.',
  })
  arxivId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its DOI, with or without a resolver in front; case does not count. `Paper.doi`, failing that one that a record states. One that arXiv gave is an arXiv identifier.',
  })
  doi?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any identifier that `Paper.identifiers` lists, in any spelling: of arXiv or a DOI as above; an address at OpenReview, the ACL Anthology, Semantic Scholar, OpenAlex, Papers with Code, DBLP or PubMed; `P19-1001`, `2023.acl-long.1`, `W2741809807`, `conf/nips/Example26` or 40 hexadecimal digits by themselves; with the name of the catalogue in front also `PMID:31452104`, `OpenReview:rJl…`, and as `SCHEME:value`.',
  })
  identifier?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An address of it, in any spelling: `Paper.url`, or one elsewhere, which leads to the paper whose identifier it holds, failing that to the newest that calls it its project page, and failing that to the newest that gives it or links to the repository there.',
  })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its title: case, accents, punctuation, TeX and British spelling do not matter, nor do marks such as `(v2)`. Of several papers with this title the one that was seen first.',
  })
  title?: string | null;
}

/**
 * The paper that a key leads to; null when there is none. Keys of one kind that are asked for together take one statement.
 *
 * @param argument the key as the caller knows it, e.g. `keys[0]`
 * @param folds relations that the statement may bring along, where it is of one table
 * @throws BAD_USER_INPUT when nothing could have this key
 */
export async function findPaper(
  argument: string,
  key: PaperKey,
  context: Context,
  folds: readonly Fold[] = [],
): Promise<Paper | null> {
  const { slug, id, arxivId, doi, identifier, url, title } = key;
  const { loaders } = context;
  if (slug != null) return loaders.paperBySlug.load(checkSlug(`${argument}.slug`, slug), folds);
  if (id != null) return loaders.paperBySlug.load(slugOf(`${argument}.id`, id), folds);
  if (arxivId != null) return byArxivId(`${argument}.arxivId`, arxivId, loaders);
  if (doi != null) return byDoi(`${argument}.doi`, doi, loaders);
  if (identifier != null) return byIdentifier(`${argument}.identifier`, identifier, loaders);
  if (url != null) return byUrl(`${argument}.url`, url, context);
  if (title != null) return loaders.paperByTitle.load(titleKey(checkTitle(`${argument}.title`, title)));
  throw badUserInput(argument, 'exactly one of slug, id, arxivId, doi, identifier, url and title', key);
}

function slugOf(argument: string, id: string): string {
  const { type, key } = fromGlobalId(argument, id);
  if (type === 'Paper') return key;
  throw badUserInput(argument, 'the id of a paper', id);
}

function byArxivId(argument: string, text: string, { paperByArxivId }: Loaders): Promise<Paper | null> {
  const arxivId = arxivIdOf(text);
  if (arxivId !== null) return paperByArxivId.load(arxivId);
  throw badUserInput(argument, 'an arXiv identifier or an address of one, e.g. 2503.04715', text);
}

function byDoi(argument: string, text: string, { paperByDoi, paperByArxivId }: Loaders): Promise<Paper | null> {
  const doi = doiOf(text);
  if (doi === null) throw badUserInput(argument, 'a DOI, e.g. 10.1145/3292500.3330701', text);
  const arxivId = arxivIdOf(`https://doi.org/${doi}`);
  return arxivId === null ? paperByDoi.load(doi) : paperByArxivId.load(arxivId);
}

function byIdentifier(argument: string, text: string, loaders: Loaders): Promise<Paper | null> {
  const identifier = writtenIdentifier(text);
  if (identifier === null) {
    throw badUserInput(argument, 'an identifier, e.g. arXiv:2503.04715, a DOI, P19-1001 or PMID:31452104', text);
  }
  if (identifier.scheme === 'ARXIV') return loaders.paperByArxivId.load(identifier.value);
  if (identifier.scheme === 'DOI') return loaders.paperByDoi.load(identifier.value);
  return loaders.paperByIdentifier.load(identifierKey(identifier));
}

async function byUrl(argument: string, url: string, { loaders, publicUrl }: Context): Promise<Paper | null> {
  const own = readOwnAddress(publicUrl, url);
  if (own) return own.type === 'Paper' ? loaders.paperBySlug.load(own.key) : null;
  // An identifier without an address around it is no address.
  const isKnown = writtenIdentifier(url) !== null || readAddress(argument, url) !== null;
  return isKnown ? loaders.paperByAddress.load(url) : null;
}

function checkTitle(argument: string, title: string): string {
  const length = title.trim().length;
  if (length > LONGEST_TITLE) throw badUserInput(argument, `at most ${LONGEST_TITLE} characters`, length);
  if (length > 0) return title;
  throw badUserInput(argument, 'a title', title);
}
