import { z } from 'zod';

/**
 * A topic that Offprint knows: one entry of `seeds/topics.json`.
 *
 * `name`, `aliases` and `terms` speak for the topic on their own; `cues` only in company. A phrase may stand at several
 * topics: it then counts for each of them, but for one that has as a term what another is called it is too general.
 */
export interface VocabularyTopic {
  slug: string;
  name: string;
  /** Slug of the broader topic, or null at the root. */
  parent: string | null;
  /** One or two sentences for a reader who does not know the field. */
  description: string | null;
  /** Other names that people write for the topic; an acronym is told by its capitals. */
  aliases: string[];
  /** Phrases that are no names of the topic and yet show it: its narrower tasks, methods and objects. */
  terms: string[];
  /**
   * Words that count only in company of better evidence for the topic, because other topics use them too. A name, alias
   * or term that is repeated here (`SAM`, `retrieval`) is shown to people all the same, but is too general to count when it
   * is said once: it counts twice, in the title or in company. A specific name is no cue.
   */
  cues: string[];
  /** Longer phrases in which the topic's words mean something else: `pay attention`, `hate speech`. */
  exceptions: string[];
  /** For a topic that is not told as the others are. */
  threshold: TopicThreshold | null;
}

/** How strong the evidence must be that a paper is about a topic. */
export interface TopicThreshold {
  /**
   * What the mentions must come to, where others need `ABOUT`: less for a topic that is hardly ever named by the way, more
   * for one that often is.
   */
  evidence: number;
  /** Why, for whoever changes it. */
  reason: string;
}

/** All topics, in the file's order; parents exist and form no cycle. */
export type Vocabulary = readonly VocabularyTopic[];

const text = z.string().refine((value) => value.trim() !== '', { error: 'expected a text that is not blank' });
const phrases = z.array(text).default([]);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: ({ input }) => `expected lower-case words joined by "-", got ${JSON.stringify(input)}`,
});
const topic = z.strictObject({
  slug,
  name: text,
  parent: slug.nullable(),
  description: text.nullable().default(null),
  aliases: phrases,
  terms: phrases,
  cues: phrases,
  exceptions: phrases,
  threshold: z
    .strictObject({ evidence: z.number().gt(0).lt(1), reason: text })
    .nullable()
    .default(null),
});

/**
 * Reads and checks a vocabulary file's JSON text.
 *
 * @param file the file's name, for messages
 * @throws Error `file: topic: what was expected, what came` at the first rule that is broken
 */
export function parseVocabulary(json: string, file: string): Vocabulary {
  const entries = z.array(z.unknown()).safeParse(parseJson(json, file));
  if (!entries.success) throw new Error(`${file}: expected a list of topics`);
  const topics = entries.data.map((entry, index) => parseTopic(entry, index, file));
  checkSlugs(topics, file);
  checkParents(topics, file);
  for (const each of topics) checkRepeats(each, file);
  return topics;
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${file}: expected JSON: ${(error as Error).message}`, { cause: error });
  }
}

function parseTopic(entry: unknown, index: number, file: string): VocabularyTopic {
  const parsed = topic.safeParse(entry);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const named = z.object({ slug: z.string() }).safeParse(entry);
  const where = named.success ? `topic "${named.data.slug}"` : `topic ${index + 1}`;
  const path = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new Error(`${file}: ${where}: ${path}${issue?.message ?? 'expected a topic'}`);
}

function checkSlugs(topics: Vocabulary, file: string): void {
  const seen = new Set<string>();
  for (const each of topics) {
    if (seen.has(each.slug)) throw new Error(`${file}: topic "${each.slug}": expected one entry, got a second`);
    seen.add(each.slug);
  }
}

function checkParents(topics: Vocabulary, file: string): void {
  const parents = new Map(topics.map((each) => [each.slug, each.parent]));
  for (const each of topics) {
    const path = [each.slug];
    for (let at = each.parent; at !== null; at = parents.get(at) ?? null) {
      if (!parents.has(at)) {
        throw new Error(`${file}: topic "${path.at(-1)}": expected the slug of a topic as parent, got "${at}"`);
      }
      if (path.includes(at)) {
        throw new Error(
          `${file}: topic "${each.slug}": expected parents without a circle, got ${[...path, at].join(' > ')}`,
        );
      }
      path.push(at);
    }
  }
}

function checkRepeats(each: VocabularyTopic, file: string): void {
  for (const list of [[each.name, ...each.aliases, ...each.terms], each.cues, each.exceptions]) {
    const seen = new Set<string>();
    for (const phrase of list) {
      if (seen.has(phrase)) throw new Error(`${file}: topic "${each.slug}": expected "${phrase}" once, got it twice`);
      seen.add(phrase);
    }
  }
}
