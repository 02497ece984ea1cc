import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute as executeByGraphqlJs,
  type GraphQLError,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { execute } from '../../src/execute/execute';
import { buildSchema } from '../../src/resolve/schema';
import { JsonText } from '../../src/text/json-text';
import { createRandom } from '../bench/corpus/random';
import { contextOf } from '../support/context';
import { randomOperation } from '../support/random-operation';
import { openSeededStore, type TestStore } from '../support/store';

const OPERATIONS = 400;

const schema = buildSchema();
/** Of two errors under one parent, one thrown and one in a promise, graphql-js leaves the second to the process. */
const patientSchema = withPromises(buildSchema());
let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
  await store.importText('2025-03-12.txt', NEXT_DIGEST);
});
afterAll(() => store.close());

const NEXT_DIGEST = `Subscribe

byAK and the research community

Mar 12

Gradient is All You Need?

In this paper we provide a novel analytical perspective on the theoretical understanding of gradient-based learning
algorithms. The code is available at https://github.com/example-lab/gradient-again.

Widgets in the Wild

We count widgets in forty towns, and say how they age. Code will be released at https://github.com/example-lab/widgets.
`;

const known = [
  'nothing',
  'gradient-is-all-you-need',
  'widgets-in-the-wild',
  'neural-collapse',
  'domain-generalization',
  '2025-03-11',
  '2025-03-12',
  'UGFwZXI6Z3JhZGllbnQtaXMtYWxsLXlvdS1uZWVk',
  'github.com',
  'jmlipman',
  'TopoMortar',
  'https://github.com/jmlipman/TopoMortar',
];

interface Outcome {
  data: unknown;
  errors: { message: string; path: readonly (string | number)[] | undefined; locations: unknown; code: unknown }[];
}

const outcomeOf = (data: unknown, errors: readonly GraphQLError[] = []): Outcome => ({
  data: JSON.parse(JSON.stringify(data)),
  errors: errors
    .map(({ message, path, locations, extensions }) => ({ message, path, locations, code: extensions.code }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

/** Has every resolver answer by a promise, and reads what is written already. */
function withPromises(of: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(of.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = async (...call) => {
        const value = await resolve(...call);
        return value instanceof JsonText ? value.toJSON() : value;
      };
    }
  }
  return of;
}

async function byGraphqlJs(document: DocumentNode, variableValues: Record<string, unknown>): Promise<Outcome> {
  const result = (await executeByGraphqlJs({
    schema: patientSchema,
    document,
    variableValues,
    // Where nothing is folded: what is brought along has to be what loaders read.
    contextValue: contextOf({ read: (work) => ({ ...store.read(work), folded: undefined }) }),
  })) as ExecutionResult;
  return outcomeOf(result.data, result.errors);
}

async function byLevels(document: DocumentNode, variables: Record<string, unknown>): Promise<Outcome> {
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const result = await execute({
    schema,
    document,
    operation,
    variableValues: coerced,
    contextValue: contextOf(store),
    pause: () => Promise.resolve(),
    mostCharacters: Number.POSITIVE_INFINITY,
  });
  return outcomeOf(result.data, result.errors);
}

/**
 * An outcome with one error for each place where a null stands instead of the object around it: the specification leaves
 * it open which of several errors there are reported.
 */
function comparable({ data, errors }: Outcome): { data: unknown; errors: unknown[]; discarded: string[] } {
  const discardedAt = ({ path = [] }: Outcome['errors'][number]): string | null => {
    let at = data;
    for (const [index, step] of path.entries()) {
      if (at == null) return path.slice(0, index).join('.');
      at = (at as Record<string, unknown>)[step];
    }
    return null;
  };
  return {
    data,
    errors: errors.filter((error) => discardedAt(error) === null),
    discarded: [...new Set(errors.flatMap((error) => discardedAt(error) ?? []))].sort(),
  };
}

describe('execute', () => {
  it('answers whatever may be asked as graphql-js does', async () => {
    const seen = { withData: 0, withErrors: 0 };
    for (let seed = 1; seed <= OPERATIONS; seed++) {
      const { text, variables } = randomOperation(schema, { random: createRandom(seed), known: () => known });
      const document = parse(text);
      const invalid = validate(schema, document);
      expect({ text, invalid: invalid.map(({ message }) => message) }).toEqual({ text, invalid: [] });
      const [expected, found] = [await byGraphqlJs(document, variables), await byLevels(document, variables)];
      expect({ seed, text, variables, ...comparable(found) }).toEqual({
        seed,
        text,
        variables,
        ...comparable(expected),
      });
      if (expected.data !== null) seen.withData += 1;
      if (expected.errors.length > 0) seen.withErrors += 1;
    }
    expect(seen.withData).toBeGreaterThan(OPERATIONS / 4);
    expect(seen.withErrors).toBeGreaterThan(OPERATIONS / 20);
  });

  it('answers introspection as graphql-js does', async () => {
    const document = parse(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }));
    expect(await byLevels(document, {})).toEqual(await byGraphqlJs(document, {}));
  });
});
