import { GraphQLObjectType, GraphQLSchema, graphql, parse, validate } from 'graphql';
import { buildSchema } from '../../src/resolve/schema';
import { DateTimeScalar, LocalDateScalar, UriScalar } from '../../src/store/entities/scalars';
import { startSeededApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

/** Gives back what each scalar made of its argument: no field of the API takes an instant. */
const echo = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: Object.fromEntries(
      [LocalDateScalar, DateTimeScalar, UriScalar].map((type) => [
        type.name,
        { type, args: { value: { type } }, resolve: (_: unknown, { value }: { value?: string }) => value },
      ]),
    ),
  }),
});

async function asLiteral(type: string, literal: string): Promise<unknown> {
  const source = `{ ${type}(value: ${literal}) }`;
  const [wrong] = validate(echo, parse(source));
  return wrong ? wrong.message : (await graphql({ schema: echo, source })).data?.[type];
}

async function asVariable(type: string, value: unknown): Promise<unknown> {
  const source = `query ($v: ${type}) { ${type}(value: $v) }`;
  const { data, errors } = await graphql({ schema: echo, source, variableValues: { v: value } });
  return errors?.[0]?.message ?? data?.[type];
}

describe('a scalar', () => {
  it.each([
    ['LocalDate', '2024-02-29', '2024-02-29'],
    ['DateTime', '2025-03-11T08:30:00.000Z', '2025-03-11T08:30:00.000Z'],
    ['DateTime', '2025-03-11T08:30:00.125+02:00', '2025-03-11T06:30:00.125Z'],
    ['DateTime', '2025-03-11t08:30:00.125z', '2025-03-11T08:30:00.125Z'],
    ['URI', ' git@github.com:owner/name.git ', 'git@github.com:owner/name.git'],
  ])('%s takes %j, as literal and as variable', async (type, value, taken) => {
    expect(await asLiteral(type, JSON.stringify(value))).toBe(taken);
    expect(await asVariable(type, value)).toBe(taken);
  });

  const day = 'a calendar day as YYYY-MM-DD';
  const instant = 'an instant as YYYY-MM-DDThh:mm:ss.sssZ, or with an offset in place of Z';
  it.each([
    ['LocalDate', 'yesterday', day],
    ['LocalDate', '2025-02-30', day],
    ['LocalDate', '2025-13-01', day],
    ['LocalDate', '2025-3-1', day],
    ['LocalDate', '2025-03-11T00:00:00Z', day],
    ['LocalDate', '', day],
    ['LocalDate', 20250311, day],
    ['LocalDate', ['2025-03-11'], day],
    ['DateTime', '2025-03-11', instant],
    ['DateTime', '2025-03-11T08:30:00Z', instant],
    ['DateTime', '2025-02-30T08:30:00.000Z', instant],
    ['DateTime', '2025-03-11T24:00:00.000Z', instant],
    ['DateTime', '2025-03-11T08:30:00.000-00:00', instant],
    ['DateTime', 1741681800000, instant],
    ['URI', '  ', 'a web address as text that is not empty'],
    ['URI', 5, 'a web address as text that is not empty'],
    ['URI', true, 'a web address as text that is not empty'],
  ])(
    '%s refuses %j, as literal and as variable, and names what it expected and what came',
    async (type, value, expected) => {
      const said = `${type}: expected ${expected}, got ${JSON.stringify(value)}`;
      expect(await asLiteral(type, JSON.stringify(value))).toContain(said);
      expect(await asVariable(type, value)).toContain(said);
    },
  );

  it('shows no more than the beginning of a long value', async () => {
    expect(await asLiteral('LocalDate', JSON.stringify('9'.repeat(5_000)))).toMatch(/got "9{99}…/);
  });

  it('says where it is specified', () => {
    const types = buildSchema().getTypeMap();
    const pages = ['LocalDate', 'DateTime', 'URI'].map((name) => (types[name] as typeof UriScalar).specifiedByURL);
    expect(pages).toEqual([
      'https://scalars.graphql.org/andimarek/local-date.html',
      'https://scalars.graphql.org/andimarek/date-time.html',
      'https://www.rfc-editor.org/rfc/rfc3986',
    ]);
  });
});

describe('a wrong value', () => {
  const papers = (from: string) => `papers(filter: { firstSeenOn: { from: ${from} } }) { totalCount }`;
  it.each([
    [`{ ${papers('"yesterday"')} }`, {}, 'GRAPHQL_VALIDATION_FAILED', 'LocalDate: expected', 'got "yesterday"'],
    [`query ($v: LocalDate) { ${papers('$v')} }`, { v: '11.3.2025' }, 'BAD_USER_INPUT', '"$v"', 'got "11.3.2025"'],
    [`{ ${papers('5')} }`, {}, 'GRAPHQL_VALIDATION_FAILED', 'LocalDate: expected', 'got 5'],
  ])('in %s with %j is refused in the API as well', async (query, variables, code, ...said) => {
    const { errors } = await api.send(query, variables);
    expect(errors?.[0]?.extensions.code).toBe(code);
    for (const part of said) expect(errors?.[0]?.message).toContain(part);
  });

  it('is never written: days and instants come out as they are specified', async () => {
    const {
      papers: page,
      corpus,
      digests,
    } = await api.query(
      '{ papers(first: 1) { nodes { firstSeenOn } } corpus { updatedAt } digests { nodes { importedAt } } }',
    );
    expect(page.nodes[0].firstSeenOn).toBe('2025-03-11');
    for (const instantGiven of [corpus.updatedAt, digests.nodes[0].importedAt]) {
      expect(instantGiven).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });
});
