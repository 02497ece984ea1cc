import { compare } from './compare';

const BEFORE = `
  interface Node { id: ID! }
  type Paper implements Node { id: ID! title: String! subtitle: String lines: [Int!]! }
  type Topic implements Node { id: ID! name: String! }
  type Former { name: String }
  union Found = Paper | Topic
  enum Kind { CODE DEMO @deprecated(reason: "Nothing is one.") }
  input Filter { kind: Kind host: String @deprecated(reason: "Use kind.") limit: Int! = 10 }
  type Query {
    paper(slug: String, old: Int @deprecated(reason: "Use slug."), length: Int! = 240): Paper
    papers(filter: Filter): [Paper!]
    find: Found
    former: Former @deprecated(reason: "Use paper.")
  }
`;

const changed = (change: string, by = '') => {
  const now = BEFORE.replace(change, by);
  if (now === BEFORE) throw new Error(`${change}: expected to be in the schema`);
  return compare(BEFORE, now);
};

describe('what becomes of the schema', () => {
  it.each([
    ['a field goes', 'subtitle: String', '', 'Paper.subtitle'],
    ['a field has another name', 'title: String!', 'heading: String!', 'Paper.title'],
    ['an answer may be null', 'lines: [Int!]!', 'lines: [Int!]', 'Paper.lines'],
    ['an answer is of another type', 'subtitle: String', 'subtitle: Int', 'Paper.subtitle'],
    ['an argument goes', 'slug: String, ', '', 'Query.paper.slug'],
    ['an argument must be given', 'slug: String, ', 'slug: String!, ', 'Query.paper.slug'],
    ['an argument that must be given comes', 'find: ', 'find(query: String!): ', 'Query.find.query'],
    ['an argument loses the default that it needs', 'Int! = 240', 'Int!', 'Query.paper.length'],
    ['an input field loses the default that it needs', 'Int! = 10', 'Int!', 'Filter.limit'],
    ['an input field that must be given comes', 'kind: Kind', 'kind: Kind of: Int!', 'Filter.of'],
    ['an input field must be given', 'kind: Kind', 'kind: Kind!', 'Filter.kind'],
    ['exactly one input field must be given', 'input Filter', 'input Filter @oneOf', 'Filter.@oneOf'],
    ['a deprecated field is of another type', 'former: Former', 'former: Paper', 'Query.former'],
    ['a value goes', 'CODE ', '', 'Kind.CODE'],
    ['a member goes', '| Topic', '', 'Found'],
    ['an interface goes', 'type Topic implements Node', 'type Topic', 'Topic'],
  ])('breaks operations when %s', async (_, change, by, path) => {
    const { breaking } = await changed(change, by);
    expect(breaking).toEqual([expect.stringMatching(`^${path}: `)]);
  });

  it.each([
    ['field', 'former: Former @deprecated(reason: "Use paper.")', 'Query.former'],
    ['argument', ', old: Int @deprecated(reason: "Use slug.")', 'Query.paper.old'],
    ['value', ' DEMO @deprecated(reason: "Nothing is one.")', 'Kind.DEMO'],
    ['input field', ' host: String @deprecated(reason: "Use kind.")', 'Filter.host'],
  ])('lets a %s go that was deprecated, and says so', async (_, change, path) => {
    expect(await changed(change)).toEqual({ breaking: [], dangerous: [expect.stringMatching(`^${path}: .*removed`)] });
  });

  it('lets what only a deprecated field led to go with it', async () => {
    const now = BEFORE.replace(/former: .*\n/, '').replace(/type Former .*\n/, '');
    expect((await compare(BEFORE, now)).breaking).toEqual([]);
  });

  it.each([
    ['a value', 'DEMO', 'DEMO VIDEO', 'Kind.VIDEO'],
    ['a member', 'Paper | Topic', 'Paper | Topic | Former', 'Found'],
    ['an argument', 'find: ', 'find(query: String): ', 'Query.find.query'],
    ['another default', 'Int! = 240', 'Int! = 300', 'Query.paper.length'],
  ])('tells of %s that comes', async (_, change, by, path) => {
    expect(await changed(change, by)).toEqual({ breaking: [], dangerous: [expect.stringMatching(`^${path}: `)] });
  });

  it.each([
    ['a field', 'subtitle: String', 'subtitle: String pages: Int'],
    ['a deprecation', 'subtitle: String', 'subtitle: String @deprecated(reason: "Use title.")'],
    ['a type', 'type Former ', 'type Latter { name: String }\n type Former '],
    ['a promise of no null', 'subtitle: String', 'subtitle: String!'],
  ])('says nothing of %s that comes', async (_, change, by) => {
    expect(await changed(change, by)).toEqual({ breaking: [], dangerous: [] });
  });

  it('says what is no schema', async () => {
    await expect(compare(BEFORE, 'type Query {')).rejects.toThrow('Syntax Error');
  });
});
