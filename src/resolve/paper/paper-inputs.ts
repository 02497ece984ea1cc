import { Field, Float, InputType } from 'type-graphql';
import type { Loaders } from '../../batch/loaders';
import type { Availability, LinkKind } from '../../extract/links/links';
import type { PaperFilter as StoreFilter } from '../../lists/filter/paper-filter';
import { authorRanges } from '../../lists/labels/author';
import { categoryRanges } from '../../lists/labels/category';
import { venueRanges } from '../../lists/labels/venue';
import type { RecordFormat } from '../../parse/records/tell-format';
import { AvailabilityEnum, LinkKindEnum } from '../../store/entities/paper/paper-link';
import { readAddress } from '../addresses';
import { badUserInput } from '../bad-user-input';
import { checkRange, DateRange } from '../date-range';
import { expectDigest, expectTopics } from '../known-slugs';
import { checkHost, checkSlug } from '../public-keys';
import { RecordFormatEnum } from '../record/paper-record';

/** Most topics in one list of a filter: each may cost an index look-up a paper. */
const MOST_TOPICS = 50;

@InputType('PaperTopicFilter', {
  description: 'Papers by their topics. Every given condition must hold; an empty list sets none.',
})
class PaperTopicFilter {
  @Field(() => [String], {
    nullable: true,
    description: `Slugs: at least one of these topics. At most ${MOST_TOPICS}.`,
  })
  any?: string[] | null;

  @Field(() => [String], { nullable: true, description: `Slugs: every one of these topics. At most ${MOST_TOPICS}.` })
  all?: string[] | null;

  @Field(() => [String], { nullable: true, description: `Slugs: none of these topics. At most ${MOST_TOPICS}.` })
  none?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether a descendant of a topic counts as the topic.',
  })
  includeDescendants?: boolean | null;
}

@InputType('PaperFilter', {
  description:
    'Which papers. Every given condition must hold. The slug of a topic or digest that is not there is an error that names the nearest ones.',
})
export class PaperFilter {
  @Field(() => PaperTopicFilter, { nullable: true, description: 'By topics.' })
  topics?: PaperTopicFilter | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Together with `topics`: only papers with at least this score at a topic count as the topic’s; the score is that of `TopicPaperEdge`. From 0 to 1; below 0.4 papers count, too, that only mention a topic, or a descendant of it, with that score.',
  })
  minTopicScore?: number | null;

  @Field(() => String, { nullable: true, description: 'Slug of a digest that holds the paper.' })
  digest?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only papers that link to a code repository, or only those that do not.',
  })
  hasRepository?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Host of a code repository that the paper links to, e.g. github.com.',
  })
  repositoryHost?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A code repository that the paper links to: its address in any spelling, or host/owner/name. One that no paper links to finds nothing.',
  })
  repository?: string | null;

  @Field(() => [LinkKindEnum], {
    nullable: true,
    description: 'Only papers with a link of one of these kinds; an empty list sets no condition.',
  })
  linkKinds?: LinkKind[] | null;

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description:
      'Only papers with a link that is there, or with one that is announced: a link of one of `linkKinds`, or unless said one to a code repository.',
  })
  availability?: Availability | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A name of an author, in any spelling: `Ada Example`, `Example, Ada`, `A. Example`, `Example A`, `example`. Case and accents do not count. The family name has to be the same, of several words the last one; by itself it finds everybody of that name. Of given names as many count as the paper and the filter both have: the first has to be the same or, where one of the two is an initial, to begin so; of the others only the initials are compared. Who is named without given names is found by the family name alone.',
  })
  author?: string | null;

  @Field(() => DateRange, {
    nullable: true,
    description:
      'When the paper was published. Of a paper whose month or year alone is known, all of that month or year has to lie within: one of 2026 is found from 2026-01-01 to 2026-12-31, and not up to 2026-06-30. Excludes papers of which no source says it.',
  })
  published?: DateRange | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the name of the journal, book or conference begins with, in whole words: `NeurIPS` finds `NeurIPS 2026`, too. Case, accents and punctuation do not count, nor does what proceedings have in front: `Proceedings of the 41st`, a year. The name is that of `Paper.venue`; an abbreviation does not find what is written out.',
  })
  venue?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A category of arXiv that the paper is in, the first or another one: `cs.LG`; or a whole archive: `cs`. Case does not count.',
  })
  category?: string | null;

  @Field(() => RecordFormatEnum, {
    nullable: true,
    description: 'Only papers of which a source in this format says something, see `Paper.records`.',
  })
  source?: RecordFormat | null;

  @Field(() => DateRange, {
    nullable: true,
    description: 'When the paper was first in a digest; excludes papers of unknown date.',
  })
  firstSeenOn?: DateRange | null;
}

/**
 * A filter as the store knows it; slugs, hosts and days checked, and that there are such topics and such a digest: one
 * statement for each of the two in an operation.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export async function readPaperFilter(filter: PaperFilter | null | undefined, loaders: Loaders): Promise<StoreFilter> {
  const checked = await readLiveFilter(filter, loaders);
  if (checked.digest != null) await expectDigest('filter.digest', checked.digest, loaders);
  return checked;
}

/**
 * The same for what is told as it happens: the digest that it speaks of may be still to come.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export async function readLiveFilter(filter: PaperFilter | null | undefined, loaders: Loaders): Promise<StoreFilter> {
  const checked = toPaperFilter(filter);
  if (checked.topics == null) return checked;
  const { any, all, none } = checked.topics;
  await Promise.all([
    expectTopics('filter.topics.any[]', any, loaders),
    expectTopics('filter.topics.all[]', all, loaders),
    expectTopics('filter.topics.none[]', none, loaders),
  ]);
  return checked;
}

export function toPaperFilter(filter: PaperFilter | null | undefined): StoreFilter {
  if (!filter) return {};
  const {
    topics,
    minTopicScore,
    digest,
    hasRepository,
    repositoryHost,
    repository,
    linkKinds,
    availability,
    author,
    published,
    venue,
    category,
    source,
    firstSeenOn,
  } = filter;
  return {
    topics: checkMatch(topics, minTopicScore),
    digest: digest == null ? null : checkSlug('filter.digest', digest),
    hasRepository: hasRepository ?? null,
    repositoryHost: repositoryHost == null ? null : checkHost('filter.repositoryHost', repositoryHost),
    repository: repository == null ? null : checkRepository('filter.repository', repository),
    link: toLinkMatch(linkKinds, availability),
    author: author == null ? null : checkAuthor('filter.author', author),
    venue: venue == null ? null : checkVenue('filter.venue', venue),
    category: category == null ? null : checkCategory('filter.category', category),
    published: checkRange('filter.published', published),
    source: source ?? null,
    firstSeenOn: checkRange('filter.firstSeenOn', firstSeenOn),
  };
}

/** Null for a match without conditions, so that it is the same filter as none. */
function checkMatch(
  topics: PaperTopicFilter | null | undefined,
  minScore: number | null | undefined,
): StoreFilter['topics'] {
  const any = checkTopics('filter.topics.any', topics?.any);
  const all = checkTopics('filter.topics.all', topics?.all);
  const none = checkTopics('filter.topics.none', topics?.none);
  const isEmpty = !any && !all && !none;
  if (isEmpty && minScore != null) throw badUserInput('filter.minTopicScore', '`topics` beside it', minScore);
  if (isEmpty) return null;
  const match = { any, all, none, includeDescendants: topics?.includeDescendants ?? true };
  return minScore == null ? match : { ...match, minScore: checkScore('filter.minTopicScore', minScore) };
}

function toLinkMatch(
  kinds: readonly LinkKind[] | null | undefined,
  availability: Availability | null | undefined,
): StoreFilter['link'] {
  if (!kinds?.length && availability == null) return null;
  // Each once, in one order however they were asked for.
  const given = kinds?.length
    ? Object.values(LinkKindEnum).filter((kind) => kinds.includes(kind))
    : ['REPOSITORY' as const];
  return { kinds: given, availability: availability ?? null };
}

function checkRepository(argument: string, text: string): string {
  const address = readAddress(argument, text);
  if (address) return address.repositoryKey;
  throw badUserInput(argument, 'the address of a repository, or host/owner/name', text);
}

/** Names are not longer, in UTF-16 units. */
const LONGEST_NAME = 200;

function checkAuthor(argument: string, name: string): string {
  checkLength(argument, name);
  if (authorRanges(name) !== null) return name.trim();
  throw badUserInput(argument, 'the name of an author, e.g. Ada Example', name);
}

function checkVenue(argument: string, venue: string): string {
  checkLength(argument, venue);
  if (venueRanges(venue) !== null) return venue.trim();
  throw badUserInput(argument, 'the name of a journal, book or conference', venue);
}

function checkCategory(argument: string, category: string): string {
  if (categoryRanges(category) !== null) return category.trim().toLowerCase();
  throw badUserInput(argument, 'a category of arXiv such as cs.LG, or an archive such as cs', category);
}

function checkLength(argument: string, name: string): void {
  if (name.length > LONGEST_NAME) throw badUserInput(argument, `at most ${LONGEST_NAME} characters`, name.length);
}

/** @throws BAD_USER_INPUT for what no topic can score on a paper */
export function checkScore(argument: string, score: number): number {
  if (score >= 0 && score <= 1) return score;
  throw badUserInput(argument, 'a number from 0 to 1', score);
}

function checkTopics(argument: string, slugs: string[] | null | undefined): string[] | null {
  if (slugs == null || slugs.length === 0) return null;
  if (slugs.length > MOST_TOPICS) throw badUserInput(argument, `at most ${MOST_TOPICS} slugs`, slugs.length);
  return slugs.map((slug, index) => checkSlug(`${argument}[${index}]`, slug));
}
