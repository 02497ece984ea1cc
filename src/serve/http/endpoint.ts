/** The methods of the endpoint, as `Allow` lists them. */
export const ENDPOINT_METHODS = 'GET, HEAD, POST, OPTIONS';

/** Whether a target is that of the API: `/graphql`, with a slash behind it or without, and whatever it asks for. */
export function isEndpoint(target = ''): boolean {
  return /^\/graphql\/?(?:\?|$)/.test(target);
}
