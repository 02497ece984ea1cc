import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './src/offprint/scalars';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'src/**/*.tsx',
  generates: {
    'src/gql/': {
      preset: 'client',
      config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
    },
  },
};
export default config;
