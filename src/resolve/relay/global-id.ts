import { badUserInput } from '../bad-user-input';
import { checkSlug } from '../public-keys';

/** The types that have an id. */
export type NodeType = 'Paper' | 'Topic' | 'Repository' | 'Digest';

const REPOSITORY_KEY = /^[^\s/]+(?:\/[^\s/]+){2,}$/;

const isKey: Record<NodeType, (key: string, argument: string) => boolean> = {
  Paper: isSlug,
  Topic: isSlug,
  Digest: isSlug,
  Repository: (key) => REPOSITORY_KEY.test(key) && key === key.toLowerCase(),
};

function isSlug(key: string, argument: string): boolean {
  return checkSlug(argument, key) === key;
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
