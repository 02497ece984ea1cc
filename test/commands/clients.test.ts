import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema as fromText, type GraphQLScalarType, isObjectType } from 'graphql';
import { clientFiles } from '../../src/commands/clients/client-files';
import { readShapes } from '../../src/commands/clients/shapes';
import { buildSchema } from '../../src/resolve/schema';
import { ROOT } from '../support/root';

/** A library with nothing of papers in it. */
const LIBRARY = `
  interface Shelved { place: String }
  union Found = Reader | Book
  scalar Money
  scalar Weight
  type Query {
    books(genre: String, first: Int = 10, after: String, author: String): Books
    everyBook: Books
    found(text: String!): Found
    opening: Hours!
  }
  type Mutation { lend(book: ID!): Loan! }
  type Subscription { returned: Return! }
  type Book implements Shelved { id: ID! place: String price: Money binding: Binding pages: [Leaf!]! weight: Weight }
  type Reader { id: ID! loans(last: Int, before: String): Books! card: Document }
  union Document = Card | Pass
  type Card { number: Int }
  type Pass { number: Int }
  type Binding { cloth: Boolean }
  type Leaf { number: Int! }
  type Hours { from: Int to: Int }
  type Loan { days: Int }
  type Return { book: Book }
  type Books { edges: [OnShelf] pageInfo: Place genres: Genres }
  type OnShelf { node: Book cursor: String note: Note }
  type Note { text: String }
  type Place { endCursor: String }
  type Genres { fiction: Int }
`;

function library() {
  const schema = fromText(LIBRARY);
  const scalar = (name: string) => schema.getType(name) as GraphQLScalarType;
  scalar('Money').extensions = { codegenScalarType: 'string' };
  scalar('Weight').extensions = { codegenScalarType: 'number' };
  return schema;
}

describe('what clients are told', () => {
  it('is read out of whatever schema there is', () => {
    const shapes = readShapes(library());
    expect(shapes).toEqual({
      possibleTypes: { Document: ['Card', 'Pass'], Found: ['Book', 'Reader'], Shelved: ['Book'] },
      connections: {
        Query: [{ name: 'books', keyArgs: ['author', 'first', 'genre'] }],
        Reader: [{ name: 'loans', keyArgs: ['last'] }],
      },
      withoutId: [
        ...[
          'Binding',
          'Books',
          'Card',
          'Genres',
          'Hours',
          'Leaf',
          'Loan',
          'Note',
          'OnShelf',
          'Pass',
          'Place',
          'Return',
        ],
      ],
      parts: ['Binding', 'Card', 'Genres', 'Hours', 'Loan', 'Note', 'Pass'],
      scalars: { Money: 'string', Weight: 'number' },
    });
  });

  it('is written for each client', () => {
    const files = clientFiles(library());
    expect(Object.keys(files)).toEqual(['apollo-client.ts', 'graphcache.ts', 'scalars.ts']);
    const [apollo, graphcache, scalars] = Object.values(files) as [string, string, string];
    expect(apollo).toContain("    fields: {\n      books: pages(['author', 'first', 'genre']),\n    },\n");
    expect(apollo).toContain('\n  Binding: { merge: true },\n');
    expect(apollo).not.toContain('Books');
    expect(apollo).toContain("\n  Found: ['Book', 'Reader'],\n");
    expect(graphcache).toContain("\n  Found: ['Book', 'Reader'],\n");
    expect(graphcache).toContain('\n  Books: () => null,\n');
    expect(graphcache).not.toContain('Reader: () => null');
    expect(graphcache).toContain('\n  Reader: {\n    loans: pages(),\n  },\n');
    expect(scalars).toContain("\n  Weight: 'number',\n");
    expect(scalars).toContain('\n  Weight: number;\n');
  });

  it('knows nothing of types but by the schema', () => {
    const own = Object.keys(buildSchema().getTypeMap()).filter((name) =>
      /^[A-Z][a-z]+[A-Z]|^(Paper|Digest|Topic)/.test(name),
    );
    expect(own.length).toBeGreaterThan(60);
    const words = Object.values(clientFiles(library())).join('\n').split(/\W+/);
    expect(words.filter((word) => own.includes(word) && word !== 'PageInfo')).toEqual([]);
  });

  it('is an error for a scalar that does not say what it is', () => {
    expect(() => clientFiles(fromText('scalar Money type Query { price: Money }'))).toThrow(
      'scalar Money: expected its type in TypeScript in extensions.codegenScalarType, got undefined',
    );
  });

  it('is committed as the schema has it, in whatever order its types are', () => {
    const files = clientFiles(buildSchema());
    const folder = join(ROOT, 'schema/clients');
    expect(readdirSync(folder).filter((name) => name.endsWith('.ts'))).toEqual(Object.keys(files));
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    const sdl = fromText(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'));
    const scalars = ['URI', 'LocalDate', 'DateTime'].map((name) => sdl.getType(name) as GraphQLScalarType);
    for (const scalar of scalars) scalar.extensions = { codegenScalarType: 'string' };
    expect(clientFiles(sdl)).toEqual(files);
  });

  it('leaves out no connection of Offprint', () => {
    const schema = buildSchema();
    const all = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, String(field.type)]),
      );
    const lists = all.filter(([, type]) => /Connection!?$/.test(type as string)).map(([path]) => path);
    const told = Object.entries(readShapes(schema).connections);
    const paths = told.flatMap(([type, fields]) => fields.map(({ name }) => `${type}.${name}`));
    expect(paths.sort()).toEqual(lists.sort());
  });
});
