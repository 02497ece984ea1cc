import { LONGEST_AS_WRITTEN, type RecordAuthor, type RecordLink, type SourceRecord, type Stated } from './record';

/** A value with where it stands in the source. */
export function stated<Value>(field: string, written: unknown, value: Value): Stated<Value> {
  const text = typeof written === 'string' ? written : (JSON.stringify(written) ?? '');
  return { value, field, asWritten: text.length > LONGEST_AS_WRITTEN ? text.slice(0, LONGEST_AS_WRITTEN) : text };
}

/** A record that says no more than its title. */
export function recordOf(number: number, line: number | null, title: Stated<string>): SourceRecord {
  return {
    number,
    line,
    key: null,
    title,
    abstract: null,
    authors: [],
    hasAllAuthors: true,
    identifiers: [],
    publishedOn: null,
    venue: null,
    categories: [],
    keywords: [],
    versions: [],
    isWithdrawn: null,
    links: [],
    votes: null,
    place: null,
    results: [],
  };
}

/** An author of whom only the name is known. */
export function authorOf(name: string): RecordAuthor {
  return { name, given: null, family: null, orcid: null, affiliations: [] };
}

/** A link of which only the address is known, and what the source takes it for. */
export function linkOf(url: string, role: RecordLink['role']): RecordLink {
  return {
    url,
    role,
    isOfficial: null,
    isMentionedInPaper: null,
    isMentionedInRepository: null,
    framework: null,
    stars: null,
    isGuess: false,
  };
}

/** Whether a title is none that the source gives, but what stands for it: its field is empty, or holds an address. */
export function standsForTitle({ value, asWritten }: Stated<string>): boolean {
  return !/\s/.test(value) && (/^\s*https?:\/\//i.test(asWritten) || !asWritten.includes(value));
}
