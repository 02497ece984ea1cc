const shared = {
  testEnvironment: '<rootDir>/test/support/environment.js',
  transform: { '^.+\\.ts$': 'ts-jest' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/sqlite-setup.ts',
  globalTeardown: '<rootDir>/test/support/sqlite-teardown.ts',
};

/** The rooms above the database: the same tests run on each engine, but for those of one engine alone. */
const onEngine = (engine, other) => ({
  ...shared,
  displayName: engine,
  globals: { engine },
  roots: [
    ...['store', 'lists', 'search', 'related', 'changes', 'import', 'export'],
    ...['resolve', 'execute', 'serve', 'commands'],
  ].map((room) => `<rootDir>/test/${room}`),
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [`/${other}\\.test\\.ts$`, `/${other}/`],
});

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  // The processes that tests start run beside them; on few cores the default would leave half of them idle.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/support/engines-reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'text',
      globals: { engine: 'sqlite' },
      testMatch: [
        '<rootDir>/test/*.test.ts',
        '<rootDir>/test/{text,parse,cite,extract,vectors,batch,schema,read}/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'clients',
      roots: ['<rootDir>/test/clients'],
      testMatch: ['<rootDir>/test/clients/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/clients/support/patience.ts'],
      globalSetup: '<rootDir>/test/clients/setup.ts',
    },
    onEngine('sqlite', 'postgres'),
    {
      ...onEngine('postgres', 'sqlite'),
      globalSetup: '<rootDir>/test/support/postgres-setup.ts',
      globalTeardown: '<rootDir>/test/support/postgres-teardown.ts',
    },
  ],
};
