import { badUserInput } from './bad-user-input';
import { LARGEST_PAGE } from './relay/page-args';

const SLUG = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;
const HOST = /^[\p{L}\p{N}.-]+(?::\d+)?$/u;
const REPOSITORY_PART = /^[^\s/]+(?:\/[^\s/]+)*$/;

/** Whether a text can be a slug at all. */
export function isSlug(text: string): boolean {
  return SLUG.test(text) && text === text.toLowerCase();
}

/** @throws BAD_USER_INPUT when the text cannot be a slug at all */
export function checkSlug(argument: string, slug: string): string {
  if (isSlug(slug)) return slug;
  throw badUserInput(argument, 'a slug: lower-case words joined by hyphens', slug);
}

/** @throws BAD_USER_INPUT when the text cannot be the name of a host */
export function checkHost(argument: string, host: string): string {
  if (HOST.test(host)) return host.toLowerCase();
  throw badUserInput(argument, 'the name of a host, e.g. github.com', host);
}

/** @throws BAD_USER_INPUT when the text cannot be an owner or a name on a code host */
export function checkRepositoryPart(argument: string, part: string): string {
  if (REPOSITORY_PART.test(part)) return part;
  throw badUserInput(argument, 'a name as it stands in the address of a repository', part);
}

/**
 * @param things what the list is of
 * @throws BAD_USER_INPUT when more things are asked for at once than a page may have
 */
export function checkLength(argument: string, list: readonly unknown[], things: string): void {
  if (list.length > LARGEST_PAGE) throw badUserInput(argument, `at most ${LARGEST_PAGE} ${things}`, list.length);
}
