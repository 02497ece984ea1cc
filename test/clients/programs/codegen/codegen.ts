import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: process.env.OFFPRINT_URL as string,
  documents: [`${import.meta.dirname}/main.ts`, `${import.meta.dirname}/../../../../schema/operations/**/*.graphql`],
  generates: {
    [`${import.meta.dirname}/__generated__/`]: {
      preset: 'client',
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', LocalDate: 'string', URI: 'string' },
      },
    },
  },
};

export default config;
