import { GraphQLError } from 'graphql';
import type { Loaders } from '../batch/loaders';
import type { TopicNames } from '../lists/look-up/known-slugs';
import { editDistance } from '../search/suggest/edit-distance';
import { slugify } from '../text/slugify';
import { badUserInput } from './bad-user-input';

/** Most slugs that an error names. */
const MOST_NAMED = 3;

/**
 * Expects that there are these topics: one that is misspelled would make a filter find nothing, silently.
 *
 * @throws BAD_USER_INPUT for the first that is not there, with the nearest that are
 */
export async function expectTopics(
  argument: string,
  slugs: readonly string[] | null | undefined,
  { isTopic, topicNames }: Loaders,
): Promise<void> {
  const known = await Promise.all((slugs ?? []).map((slug) => isTopic.load(slug)));
  const index = known.indexOf(false);
  const slug = slugs?.[index];
  if (slug === undefined) return;
  const nearest = nearestTopics(slug, await topicNames.load('all'));
  throw unknownSlug(argument.replace('[]', `[${index}]`), 'the slug of a topic', slug, nearest);
}

/**
 * Expects that there is this digest.
 *
 * @throws BAD_USER_INPUT when there is none, with the nearest that are there
 */
export async function expectDigest(
  argument: string,
  slug: string,
  { isDigest, digestsAround }: Loaders,
): Promise<void> {
  if (await isDigest.load(slug)) return;
  throw unknownSlug(argument, 'the slug of a digest', slug, (await digestsAround.load(slug)).slice(0, MOST_NAMED));
}

function unknownSlug(argument: string, expected: string, slug: string, nearest: readonly string[]): GraphQLError {
  const named = nearest.length === 0 ? '' : ` (nearest: ${nearest.join(', ')})`;
  const { message, extensions } = badUserInput(argument, `${expected} that is there${named}`, slug);
  return new GraphQLError(message, { extensions: { ...extensions, nearest } });
}

/** The topics that a slug may have meant: those of another name that says it, then those that are few slips away, then those with its words. */
function nearestTopics(slug: string, topics: readonly TopicNames[]): string[] {
  const most = Math.max(1, Math.floor(slug.length / 4));
  const found = topics.flatMap((topic) => {
    const spellings = [topic.slug, ...[topic.name, ...topic.aliases].map(slugify)];
    const slips = Math.min(...spellings.map((spelling) => editDistance(slug, spelling, most)));
    if (slips <= most) return [{ slug: topic.slug, slips }];
    const isPart = spellings.some((spelling) => `-${spelling}-`.includes(`-${slug}-`));
    return isPart ? [{ slug: topic.slug, slips: most + 1 }] : [];
  });
  // One that goes by this very name leaves nothing to guess.
  const least = found.some(({ slips }) => slips === 0) ? 0 : Number.POSITIVE_INFINITY;
  return found
    .filter(({ slips }) => slips <= least)
    .sort((one, other) => one.slips - other.slips || (one.slug < other.slug ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map((topic) => topic.slug);
}
