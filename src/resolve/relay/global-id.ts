import { badUserInput } from '../bad-user-input';
import { checkSlug } from '../public-keys';

/** The types that have an id. */
export type NodeType = 'Paper' | 'Topic' | 'Repository' | 'Digest' | 'PaperLink' | 'Benchmark' | 'Change' | 'Corpus';

/** The key of the one corpus. */
export const THE_CORPUS = 'all';

const REPOSITORY_KEY = /^[^\s/]+(?:\/[^\s/]+){2,}$/;
const PLACE_IN_TEXT = /^(.+)\/(0|[1-9]\d{0,5})$/s;
const PLACE_IN_LOG = /^(0|[1-9]\d{0,9})\.(0|[1-9]\d{0,9})$/;

/** Greatest integer of the columns that a place is made of. */
const GREATEST_INTEGER = 2 ** 31 - 1;

const isKey: Record<NodeType, (key: string, argument: string) => boolean> = {
  Paper: isSlug,
  Topic: isSlug,
  Digest: isSlug,
  Repository: (key) => REPOSITORY_KEY.test(key) && key === key.toLowerCase(),
  PaperLink: (key, argument) => isSlug(PLACE_IN_TEXT.exec(key)?.[1] ?? '', argument),
  Benchmark: (key, argument) => key.split('/').length === 2 && key.split('/').every((part) => isSlug(part, argument)),
  Change: (key) => PLACE_IN_LOG.test(key) && key.split('.').every((part) => Number(part) <= GREATEST_INTEGER),
  Corpus: (key) => key === THE_CORPUS,
};

function isSlug(key: string, argument: string): boolean {
  return checkSlug(argument, key) === key;
}

/** The key of a link: the slug of its paper, and which of the paper's addresses it is. */
export function linkKey(slug: string, position: number): string {
  return `${slug}/${position}`;
}

/** What a link's key is made of. */
export function fromLinkKey(key: string): { slug: string; position: number } {
  const [, slug = '', position] = PLACE_IN_TEXT.exec(key) ?? [];
  return { slug, position: Number(position) };
}

/** The key of a change: its place in the log. */
export function changeKey(version: number, position: number): string {
  return `${version}.${position}`;
}

/** What a change's key is made of. */
export function fromChangeKey(key: string): { version: number; position: number } {
  const [version, position] = key.split('.').map(Number) as [number, number];
  return { version, position };
}

/** The global id of a thing: base64url of `Type:key`, the key being its public one. */
export function toGlobalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/**
 * The type and the public key in a global id.
 *
 * @param argument what the caller calls it
 * @throws BAD_USER_INPUT when no thing could ever have this id
 */
export function fromGlobalId(argument: string, id: string): { type: NodeType; key: string } {
  const text = Buffer.from(id, 'base64url').toString();
  const [, type, key] = /^([A-Za-z]+):(.+)$/s.exec(text) ?? [];
  if (
    type !== undefined &&
    key !== undefined &&
    Object.hasOwn(isKey, type) &&
    toGlobalId(type as NodeType, key) === id
  ) {
    const known = type as NodeType;
    if (isKey[known](key, argument)) return { type: known, key };
  }
  throw badUserInput(argument, 'an id as this API gives them', id);
}
