import { installFromLock } from '../../src/install-from-lock';
import setUpDatabases from '../support/sqlite-setup';
import { copySettings } from './support/copy-settings';
import { findBrowser } from './support/find-browser';

/**
 * Makes what all tests share, installs the clients, copies what they are told of the schema, and says which tests are left out where there is no
 * browser. Throws if that is so in CI.
 */
export default async function setUp(): Promise<void> {
  await setUpDatabases();
  installFromLock(__dirname);
  copySettings();
  if (findBrowser()) return;
  const missing = 'no Chromium, Chrome or Edge found: install one (apt-get install chromium), or name one in CHROMIUM';
  if (process.env.CI) throw new Error(missing);
  process.stderr.write(`The tests that need a browser are skipped; ${missing}\n`);
}
