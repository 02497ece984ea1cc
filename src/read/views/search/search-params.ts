import { addressOf } from '../../view';

/** What can be looked for, by the word for it in an address. */
export const TYPES = { paper: 'PAPER', topic: 'TOPIC', repository: 'REPOSITORY' } as const;

/** What a search asks for, as its address says it. */
export interface SearchParams {
  q: string;
  type: keyof typeof TYPES | null;
  topic: string | null;
  host: string | null;
  year: string | null;
  /** Whether the latest come first. */
  isByDay: boolean;
  after: string | null;
  /** Whether the last word is still being typed. */
  isTyping: boolean;
}

/** What an address asks for; what it says wrongly counts as not said. */
export function readSearchParams(given: URLSearchParams): SearchParams {
  const type = given.get('type') ?? '';
  const year = given.get('year');
  return {
    q: (given.get('q') ?? '').trim(),
    type: Object.hasOwn(TYPES, type) ? (type as keyof typeof TYPES) : null,
    topic: given.get('topic') || null,
    host: given.get('host') || null,
    year: year && /^\d{4}$/.test(year) ? year : null,
    isByDay: given.get('order') === 'day',
    after: given.get('after') || null,
    isTyping: given.has('typing'),
  };
}

/** The parameters of an address that asks for this. */
export function paramsOf(params: SearchParams): Record<string, string | null> {
  const { q, type, topic, host, year, isByDay, after, isTyping } = params;
  return { q, type, topic, host, year, order: isByDay ? 'day' : null, after, typing: isTyping ? '1' : null };
}

/** The address of a search, from its first page on. */
export function searchAddress(params: SearchParams, change: Partial<SearchParams> = {}): string {
  return addressOf('/search', paramsOf({ ...params, isTyping: false, after: null, ...change }));
}

/** The variables of the operation. */
export function variablesOf({ q, type, topic, host, year, isByDay, after, isTyping }: SearchParams): object {
  const filter = {
    ...(topic && { topics: { any: [topic] } }),
    ...(host && { repositoryHost: host }),
    ...(year && { firstSeenOn: { from: `${year}-01-01`, to: `${year}-12-31` } }),
  };
  return {
    query: q,
    ...(isTyping && { prefix: true }),
    ...(type && { types: [TYPES[type]] }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(isByDay && { orderBy: { field: 'FIRST_SEEN_ON' } }),
    ...(after && { after }),
  };
}
