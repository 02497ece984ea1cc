import { createHash } from 'node:crypto';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { createRandom, integer, pick, type Random } from '../bench/corpus/random';
import { type Asking, TRANSPORTS, type Transport } from './asking';
import { altered, hostileJson, hostileLiteral, madeCursor } from './hostile-values';
import { randomOperation } from './random-operation';

/** Something to send to a server. */
export interface HostileRequest {
  seed: number;
  transport: Transport;
  body: string;
}

/** What a database has, to ask for: texts by the name of the field that they are the value of. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** Reads public keys, ids, addresses, and cursors of several lists. */
export async function readKnown(asking: Asking): Promise<Known> {
  const { data } = await asking.operation(
    'POST',
    `{
      papers(first: 5) { edges { cursor node { id slug query: title topics(first: 2) { edges { cursor } } relatedPapers(first: 2) { edges { cursor } } } } }
      topics(first: 5, orderBy: { field: PAPER_COUNT }) { edges { cursor node { id slug query: name papers(first: 2) { edges { cursor } } } } }
      repositories(first: 5) { edges { cursor node { id url host owner name query: nameWithOwner papers(first: 1) { edges { cursor } } } } }
      digests(first: 3) { edges { cursor node { id digest: slug papers(first: 2) { edges { cursor } } } } }
      changes(first: 2) { edges { cursor } }
      search(query: "neural network") { edges { cursor } }
    }`,
  );
  const known = new Map<string, string[]>();
  gather(data, '', known);
  return known;
}

function gather(value: unknown, name: string, known: Map<string, string[]>): void {
  if (typeof value === 'string') known.set(name, [...(known.get(name) ?? []), value]);
  if (typeof value !== 'object' || value === null) return;
  for (const [below, inner] of Object.entries(value)) gather(inner, Array.isArray(value) ? name : below, known);
}

/** Which of these texts an argument is mostly given. */
const GIVEN: Readonly<Record<string, string>> = {
  ...{
    id: 'id',
    ids: 'id',
    url: 'url',
    after: 'cursor',
    before: 'cursor',
    digest: 'digest',
    host: 'host',
    repositoryHost: 'host',
  },
  ...{
    slug: 'slug',
    slugs: 'slug',
    urls: 'url',
    title: 'title',
    any: 'slug',
    all: 'slug',
    none: 'slug',
    parent: 'slug',
    owner: 'owner',
    name: 'name',
    query: 'query',
  },
};

/**
 * A request made to do harm: operations of the schema with values that do not fit, too much of everything, texts with something
 * wrong in them, bodies that are none.
 *
 * @param seed the same one gives the same request, for the same known texts
 */
export function hostileRequest(schema: GraphQLSchema, seed: number, texts: Known): HostileRequest {
  const random = createRandom(seed);
  const known = [...texts.values()].flat();
  const transport = pick(random, TRANSPORTS);
  const operation = (kind?: 'subscription') => hostileOperation(schema, random, texts, kind);
  const member = () => pick(random, ['operationName', 'variables', 'query', 'extensions']);
  const kinds: readonly (readonly [share: number, make: () => string])[] = [
    [56, () => operation()],
    [4, () => operation('subscription')],
    [4, () => listFrom(random)],
    [12, () => withText(random, operation())],
    [6, () => JSON.stringify({ query: tooMuch(random, known) })],
    [6, () => alteredOften(random, operation())],
    [5, () => withMember(operation(), 'extensions', persisted(random, known))],
    [5, () => withMember(operation(), member(), hostileJson(random, known))],
    [2, () => hostileJson(random, known)],
  ];
  return { seed, transport, body: pickByShare(random, kinds)() };
}

function pickByShare<Item>(random: Random, items: readonly (readonly [share: number, item: Item])[]): Item {
  let rest = random() * items.reduce((sum, [share]) => sum + share, 0);
  const found = items.find(([share]) => {
    rest -= share;
    return rest < 0;
  });
  return (found ?? (items[0] as readonly [number, Item]))[1];
}

/** An operation of the schema, with a value here and there that is not what is expected, written out or in a variable. */
function hostileOperation(schema: GraphQLSchema, random: Random, texts: Known, kind?: 'subscription'): string {
  const known = [...texts.values()].flat();
  const declarations: string[] = [];
  const given: string[] = [];
  const share = pick(random, [0, 0, 0, 0.02, 0.05, 0.2]);
  const strange = (type: GraphQLInputType): string | null => {
    if (random() >= share) return null;
    if (random() < 0.5) return hostileLiteral(random, known);
    const name = random() < 0.02 ? '__proto__' : `v${declarations.length}`;
    // A variable with a default may stand where none may be null, and is null all the same.
    const mayBeNull = random() < 0.2;
    const declared = random() < 0.1 ? 'String' : String(type).replace(mayBeNull ? /!$/ : '', '');
    declarations.push(`$${name}: ${declared}${mayBeNull ? ` = ${hostileLiteral(random, known)}` : ''}`);
    const value = mayBeNull && random() < 0.5 ? 'null' : hostileJson(random, known);
    if (random() < 0.95) given.push(`"${name}":${value}`);
    return `$${name}`;
  };
  const { text, variables } = randomOperation(schema, {
    kind,
    random,
    known: (argument) => (random() < 0.1 ? known : (texts.get(GIVEN[argument] ?? '') ?? known)),
    strange,
    declarations,
  });
  const all = [...Object.entries(variables).map(([name, value]) => `"${name}":${value}`), ...given];
  return `{"query":${JSON.stringify(text)},"variables":{${all.join()}}}`;
}

/** A list that begins, or ends, at a place that somebody made up. */
function listFrom(random: Random): string {
  const end = pick(random, ['after', 'before']);
  const field = pick(random, [
    ...['changes', 'papers', 'topics', 'repositories', 'digests'].map((name) => `${name}(${end}: $at)`),
    ...['TITLE', 'TRENDING'].map((order) => `papers(${end}: $at, orderBy: { field: ${order} })`),
    `search(query: "neural network", ${end}: $at)`,
  ]);
  const query = `query ($at: String) { ${field} { totalCount edges { cursor } pageInfo { hasNextPage } } }`;
  return JSON.stringify({ query, variables: { at: madeCursor(random) } });
}

/** More of something than a server should have to deal with. */
function tooMuch(random: Random, known: readonly string[]): string {
  const count = pick(random, [10, 60, 200, 600, 1_500]);
  const times = (text: string, most = count) => text.repeat(Math.min(count, most));
  const many = (make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join(' ');
  const text = () => JSON.stringify(pick(random, known));
  const directive = () => pick(random, ['@skip(if: true)', '@include(if: true)', '@nothing']);
  return pick(random, [
    () => `{ ${many((index) => `a${index}: topic(slug: ${text()}) { id }`)} }`,
    () => `{ ${many((index) => `a${index}: search(query: ${text()}) { totalCount facets { topics { value } } }`)} }`,
    () => `{ corpus { ${times('version ')} } }`,
    () => `{ corpus { version ${many(directive)} } }`,
    () => times('{a') + times('}'),
    () => `{ topics { nodes { ${times('children { nodes { ')}id${times(' } }')} } } }`,
    () => `{ ${times('...on Query { ')}corpus { version }${times(' }')} }`,
    () =>
      `{ ...F0 } ${many((index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F${count} on Query { corpus { version } }`,
    () =>
      `{ ${many((index) => `...F${index}`)} } ${many((index) => `fragment F${index} on Query { a${index % 7}: corpus { version } ...F${(index * 3) % count} }`)}`,
    () =>
      `query (${many((index) => `$v${index}: ${times('[', index % 9)}Int${times(']', index % 9)}`)}) { __typename }`,
    () => `query ($v: ${times('[')}Int${times(']')}) { corpus { version } }`,
    () => many((index) => `query Q${index} { corpus { version } }`),
    () => many(() => '"description" type A { a: Int }'),
    () => `{ nodes(ids: [${many(text)}]) { id } }`,
    () => `{ papers(filter: ${times('{ topics: ')}{}${times(' }')}) { totalCount } }`,
    () => `{ __schema { types { ${times('fields { type { ', 20)}name${times(' } }', 20)} } } }`,
    () => `# ${times('comment ')}\n{ corpus { version } }`,
  ])();
}

/** What Apollo's clients send in the place of a query that the server knows, right or wrong. */
function persisted(random: Random, known: readonly string[]): string {
  const hash = createHash('sha256').update(pick(random, known)).digest('hex');
  return pick(random, [
    () => `{"persistedQuery":{"version":1,"sha256Hash":"${hash}"}}`,
    () => `{"persistedQuery":{"version":${hostileJson(random, known)},"sha256Hash":"${hash}"}}`,
    () => `{"persistedQuery":{"version":1,"sha256Hash":${hostileJson(random, known)}}}`,
    () => `{"persistedQuery":${hostileJson(random, known)}}`,
    () => hostileJson(random, known),
  ])();
}

/** The same body with one member more, or with another one of a name. */
function withMember(body: string, name: string, json: string): string {
  return `${body.slice(0, -1)},"${name}":${json}}`;
}

/** The same body with something wrong in the text of its operation. */
function withText(random: Random, body: string): string {
  return body.replace(/^\{"query":("(?:[^"\\]|\\.)*")/, (_, text: string) => {
    return `{"query":${JSON.stringify(alteredOften(random, JSON.parse(text)))}`;
  });
}

function alteredOften(random: Random, text: string): string {
  let changed = text;
  for (let times = 1 + integer(random, 3); times > 0; times--) changed = altered(random, changed);
  return changed;
}
