import { addressKey } from '../extract/links/address/address-key';
import { parseAddress } from '../extract/links/address/parse-address';
import { repositoryKey } from '../extract/links/repository-key';
import { urlOf } from '../text/url-of';
import { badUserInput } from './bad-user-input';

/** What an address is looked up by. */
export interface ReadAddress {
  /** host/owner/name of the repository there, or of the one that may be there. */
  repositoryKey: string;
  /** Whether nothing but a repository can be there. */
  isRepository: boolean;
}

/**
 * An address as people write it.
 *
 * @returns null for one that nothing here can have, such as one within a local network
 * @throws BAD_USER_INPUT for what is no address
 */
export function readAddress(argument: string, url: string): ReadAddress | null {
  const address = parseAddress(url);
  if (!address && /^https?:/i.test(url) && urlOf(url) !== null) return null;
  if (!address) throw badUserInput(argument, 'a web address, e.g. https://github.com/owner/name', url);
  const { repository } = address;
  // The root of a repository on a host that is not known for it looks like any other page.
  if (!repository) return { repositoryKey: addressKey(url).toLowerCase(), isRepository: false };
  return { repositoryKey: repositoryKey(repository), isRepository: true };
}
