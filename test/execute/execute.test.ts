import {
  buildSchema,
  type ExecutionResult,
  execute as executeByGraphqlJs,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { execute } from '../../src/execute/execute';
import { JsonText } from '../../src/text/json-text';

const schema = buildSchema(`
  type Query {
    text: String
    number: Int
    must: String!
    echo(value: String = "nothing"): String
    thing: Thing
    things: [Thing]
    allThings: [Thing!]
    grid: [[Thing!]]
    words: [String!]
    named: [Named]
    either: Either
    pair: Pair
    pairs: [Pair!]
  }
  interface Named { name: String! }
  union Either = Thing | Other
  type Thing implements Named { name: String! must: String! number: Int inner: Thing innerMust: Thing! }
  type Other implements Named { name: String! }
  type Pair { one: String! two: Int }
  type Mutation { change: String }
`);

type Root = Record<string, unknown>;

/** Nobody else is there, and no answer is too long. */
const unhindered = { pause: () => Promise.resolve(), mostCharacters: Number.POSITIVE_INFINITY };

async function byLevels(query: string, rootValue: Root, variableValues: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const given = { variableValues, contextValue: {}, rootValue };
  const { data, errors } = await execute({ schema, document, operation, ...given, ...unhindered });
  return plain(data, errors);
}

async function byGraphqlJs(query: string, rootValue: Root, variableValues: Record<string, unknown> = {}) {
  const document = parse(query);
  const { data, errors } = (await executeByGraphqlJs({
    schema,
    document,
    rootValue,
    variableValues,
  })) as ExecutionResult;
  return plain(data, errors);
}

const plain = (data: unknown, errors: readonly GraphQLError[] = []) => ({
  data: JSON.parse(JSON.stringify(data)),
  errors: errors
    .map(({ message, path, locations }) => ({ message, path, locations }))
    .sort((a, b) => (String(a.path) < String(b.path) ? -1 : 1)),
});

const fail = (message: string) => () => {
  throw new Error(message);
};

/** What graphql-js and this have to answer alike. */
const cases: [title: string, query: string, root: Root][] = [
  [
    'plain values, functions and promises',
    '{ text number echo }',
    { text: 'a', number: () => 1, echo: async () => 'b' },
  ],
  [
    'arguments, given and by default',
    '{ a: echo(value: "x") b: echo }',
    { echo: ({ value }: { value: string }) => value },
  ],
  ['what has to be escaped', '{ words }', { words: ['"\\/\b\n', '\u0000\u001f', '\u2028', '😀', '\ud800', 'é', ''] }],
  ['what is not there', '{ text thing { name } things { name } }', { things: [null, { name: 'a' }, undefined] }],
  [
    'one field asked for in two places',
    '{ thing { name } thing { number } ...F } fragment F on Query { thing { must } }',
    { thing: { name: 'a', number: 1, must: 'b' } },
  ],
  ['lists of lists', '{ grid { name } }', { grid: [[{ name: 'a' }], [], null, [{ name: 'b' }, { name: 'c' }]] }],
  [
    'an error thrown, one in a promise, and one as the value',
    '{ text number echo }',
    { text: fail('x'), number: () => Promise.reject(new Error('y')), echo: () => new Error('z') },
  ],
  [
    'an error below a list',
    '{ things { name number } }',
    { things: [{ name: 'a' }, { name: 'b', number: fail('x') }] },
  ],
  ['a null where none may be', '{ thing { name must } text }', { thing: { name: 'a', must: null }, text: 'b' }],
  [
    'a null that takes its list with it',
    '{ allThings { name } text }',
    { allThings: [{ name: 'a' }, null], text: 'b' },
  ],
  [
    'a null inside a list that takes its object with it',
    '{ things { must } }',
    { things: [{ must: null }, { must: 'a' }] },
  ],
  ['a null that takes all with it', '{ text must }', { text: 'a', must: null }],
  [
    'a null that climbs through objects',
    '{ thing { inner { innerMust { name } } } }',
    { thing: { inner: { innerMust: { name: null } } } },
  ],
  ['a number that is none', '{ number text }', { number: 'many', text: 'a' }],
  ['what should be a list', '{ words things { name } }', { words: 'a', things: 7 }],
  [
    'objects of several types',
    '{ named { __typename name ... on Thing { number } } }',
    {
      named: [
        { __typename: 'Thing', name: 'a', number: 1 },
        { __typename: 'Other', name: 'b' },
        null,
        { __typename: 'Thing', name: 'c' },
      ],
    },
  ],
  [
    'an object of one of two types',
    '{ either { ... on Other { name } ... on Thing { number } } }',
    { either: { __typename: 'Thing', number: 2 } },
  ],
  ['fields by other names', '{ a: text b: text __typename c: __typename }', { text: 'x' }],
  ['no fields at all', '{ text @skip(if: true) }', {}],
];

describe('execute', () => {
  it.each(cases)('answers as graphql-js does: %s', async (_, query, root) => {
    expect(await byLevels(query, root)).toEqual(await byGraphqlJs(query, root));
  });

  it('skips fields by the variables of each request', async () => {
    const document = parse(
      'query ($yes: Boolean!) { text @include(if: $yes) ...F @skip(if: $yes) } fragment F on Query { number }',
    );
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const answer = async (yes: boolean) =>
      (
        await execute({
          ...unhindered,
          schema,
          document,
          operation,
          variableValues: { yes },
          contextValue: {},
          rootValue: { text: 'a', number: 1 },
        })
      ).data?.text;
    expect([await answer(true), await answer(false), await answer(true)]).toEqual([
      '{"text":"a"}',
      '{"number":1}',
      '{"text":"a"}',
    ]);
  });

  it('resolves a field for all objects of a level before it waits for any', async () => {
    const events: string[] = [];
    const thing = (name: string) => ({
      name: async () => {
        events.push(`asked ${name}`);
        await null;
        events.push(`got ${name}`);
        return name;
      },
    });
    await byLevels('{ things { name } allThings { name } }', {
      things: [thing('a'), thing('b')],
      allThings: [thing('c')],
    });
    expect(events).toEqual(['asked a', 'asked b', 'asked c', 'got a', 'got b', 'got c']);
  });

  it('reports an object of no known type where it stands', async () => {
    const { data, errors } = await byLevels('{ named { name } }', {
      named: [{ __typename: 'Stranger' }, { __typename: 'Other', name: 'a' }],
    });
    expect(data).toEqual({ named: [null, { name: 'a' }] });
    expect(errors).toEqual([
      {
        message: 'Named: expected the name of one of its object types, got Stranger',
        path: ['named', 0],
        locations: [{ line: 1, column: 3 }],
      },
    ]);
  });

  it('refuses a list of promises, and to tell a path', async () => {
    const { data, errors } = await byLevels('{ things { name } text }', {
      things: [Promise.resolve({ name: 'a' })],
      text: (_: unknown, __: unknown, info: { path: unknown }) => String(info.path),
    });
    expect(data).toEqual({ things: null, text: null });
    expect(errors.map(({ message }) => message)).toEqual([
      'info.path: a field is resolved for many objects at once, so it has no single path',
      'expected a list of values, got one of promises',
    ]);
  });

  describe('JSON that is written already', () => {
    // In no way in which this would write it.
    const pair = new JsonText('{"one": "a", "two": 1}');
    const pairs = new JsonText('[{"one": "a", "two": 1}, {"one": "b", "two": null}]');
    const textOf = async (query: string, rootValue: Root) => {
      const document = parse(query);
      const operation = getOperationAST(document) as OperationDefinitionNode;
      const given = { variableValues: {}, contextValue: {}, rootValue };
      return (await execute({ schema, document, operation, ...given, ...unhindered })).data?.text;
    };

    it('goes out as it is where all of it is asked for', async () => {
      expect(
        await textOf('{ pair { one } pair { two } pairs { ...All } } fragment All on Pair { one two }', {
          pair,
          pairs,
        }),
      ).toBe(`{"pair":${pair.text},"pairs":${pairs.text}}`);
    });

    it.each([
      ['a part', '{ pair { two } pairs { one } }', { pair: { two: 1 }, pairs: [{ one: 'a' }, { one: 'b' }] }],
      ['another order', '{ pair { two one } }', { pair: { two: 1, one: 'a' } }],
      ['other names', '{ pair { one: two two: one } }', { pair: { one: 1, two: 'a' } }],
      ['more', '{ pair { one two __typename } }', { pair: { one: 'a', two: 1, __typename: 'Pair' } }],
      ['less, by a directive', '{ pair { one two @skip(if: true) } }', { pair: { one: 'a' } }],
    ])('is read for %s', async (_, query, expected) => {
      expect(await textOf(query, { pair, pairs })).toBe(JSON.stringify(expected));
    });

    it('may be null, and is an error when it is no JSON', async () => {
      const { data, errors } = await byLevels('{ pair { two } pairs { two } }', {
        pair: new JsonText('null'),
        pairs: new JsonText('['),
      });
      expect(data).toEqual({ pair: null, pairs: null });
      expect(errors).toEqual([expect.objectContaining({ path: ['pairs'] })]);
    });
  });

  it('executes no mutation', async () => {
    await expect(byLevels('mutation { change }', {})).rejects.toThrow('Operation: this API has no mutation');
  });
});
