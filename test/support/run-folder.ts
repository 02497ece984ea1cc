/** Where the setup of the tests leaves the folder that all of one run share. */
export const FOLDER_VARIABLE = 'OFFPRINT_TEST_FOLDER';

/** The folder that all tests of one run share; it goes with the last of them. */
export function runFolder(): string {
  const folder = process.env[FOLDER_VARIABLE];
  if (!folder) throw new Error('No setup was made: run this test in a project of jest.config.js');
  return folder;
}
