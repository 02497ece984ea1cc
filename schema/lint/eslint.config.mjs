import graphqlPlugin from '@graphql-eslint/eslint-plugin';

/**
 * What the schema and the example operations are held to: every rule of the plugin, Relay's among them, but for those below,
 * each with its reason. `npm run check` runs it, and installs its packages from the lock file beside it; what overrides
 * hold there back would not run on Node.js 20. TypeScript is Biome's.
 */
const { configs, parser } = graphqlPlugin;

const schemaRules = {
  ...configs['flat/schema-all'].rules,
  ...configs['flat/schema-relay'].rules,

  // Fields, arguments and values stand in the order that a reader wants them in (id, key, name; NEW before UNCHANGED).
  '@graphql-eslint/alphabetize': 'off',

  // `corpus` takes no argument, so there is nothing in it to refuse; test/serve/schema.test.ts holds all others to null.
  '@graphql-eslint/require-nullable-result-in-root': 'off',

  // Nothing is written through the API. Subscriptions, which the rule refuses as well, are there on purpose.
  '@graphql-eslint/no-root-type': ['error', { disallow: ['mutation'] }],

  // A list that is short by nature (authors, evidence, ancestors) is a list and no connection.
  '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],

  // What has no id is a part of the object that it was asked of; `interface Node` tells clients so.
  '@graphql-eslint/strict-id-in-types': [
    'error',
    {
      exceptions: {
        suffixes: ['Connection', 'Edge', 'Event'],
        types: [
          ...['BenchmarkResult', 'BenchmarkValue'],
          ...[
            'DigestChanges',
            'Evidence',
            'NearTerms',
            'PageInfo',
            'PaperAuthor',
            'TextRange',
            'Trending',
            'TrendingComponent',
          ],
          ...['SearchFacet', 'SearchFacets', 'SearchHighlight', 'ReferenceMatch'],
          ...['LinkStatement', 'PaperIdentifier', 'PaperKeyword', 'PaperRecord', 'PaperResult', 'PaperVersion'],
          ...['PaperVotes', 'RecordSource', 'RepositoryStars', 'Statement'],
        ],
      },
    },
  ],

  // Stricter than the plugin: fields, arguments and values are described, too.
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      DirectiveDefinition: true,
      EnumValueDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
    },
  ],
};

const operationRules = {
  ...configs['flat/operations-all'].rules,

  // As in the schema: fields stand in the order in which a screen shows them.
  '@graphql-eslint/alphabetize': 'off',

  // Stricter than the plugin: each says what it is for, and no page of a list passes for the whole.
  '@graphql-eslint/require-description': ['error', { OperationDefinition: true }],
  'no-restricted-syntax': [
    'error',
    {
      selector:
        'Field > SelectionSet:has(> Field[name.value=/^(nodes|edges)$/]):not(:has(> Field[name.value=/^(pageInfo|totalCount)$/]))',
      message:
        'Select `pageInfo` or `totalCount` beside `nodes` or `edges`, so that the screen can say that there is more.',
    },
  ],
};

export default [
  {
    files: ['schema/**/*.graphql'],
    languageOptions: {
      parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/schema.graphql', documents: 'schema/operations/**/*.graphql' },
      },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
  },
  { files: ['schema/schema.graphql'], rules: schemaRules },
  { files: ['schema/operations/**/*.graphql'], rules: operationRules },
];
