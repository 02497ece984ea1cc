import { DAY_FORM, type ExportFilter } from '../../export/export-filter';
import { badUserInput } from '../../resolve/bad-user-input';
import { isDay } from '../../text/is-day';

const PARAMETERS = ['topic', 'since'];
const LIST = new Intl.ListFormat('en', { type: 'disjunction' });

/** More topics in one address are refused. */
const MOST_TOPICS = 100;

/**
 * What the query of an address asks for.
 *
 * @param query as Fastify reads it: a list where a parameter comes again
 * @throws BAD_USER_INPUT that names the parameter
 */
export function readExportQuery(query: unknown): ExportFilter {
  const given = Object.entries(query as Record<string, string | string[]>);
  for (const [name, value] of given) {
    if (!PARAMETERS.includes(name)) throw badUserInput(name, `no parameter but ${LIST.format(PARAMETERS)}`, value);
  }
  const { topic, since } = Object.fromEntries(given);
  const topics = [...new Set([topic ?? []].flat())];
  if (topics.length > MOST_TOPICS) throw badUserInput('topic', `at most ${MOST_TOPICS} topics`, topics.length);
  if (since !== undefined && (typeof since !== 'string' || !isDay(since))) throw badUserInput('since', DAY_FORM, since);
  return { topics, since: since ?? null };
}
