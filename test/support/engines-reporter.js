/** Says at the end of a run on which engines the tests of the database and of the API ran. */
module.exports = class EnginesReporter {
  onRunComplete(_, { testResults }) {
    const suites = (name) => testResults.filter(({ displayName }) => displayName?.name === name).length;
    const [sqlite, postgres] = [suites('sqlite'), suites('postgres')];
    const version = process.env.OFFPRINT_TEST_POSTGRES_VERSION;
    console.log(`SQLite: ${sqlite > 0 ? `${sqlite} suites` : 'NOT RUN'}`);
    console.log(`PostgreSQL: ${postgres > 0 ? `${postgres} suites, on ${version}` : 'NOT RUN'}`);
  }
};
