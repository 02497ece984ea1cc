import { installPackages } from '../support/install-packages';
import { copySettings } from './support/copy-settings';
import { findBrowser } from './support/find-browser';

const say = (message: string): void => void process.stderr.write(`${message}\n`);

/**
 * Installs the clients, copies what they are told of the schema, and says which tests are left out where there is no
 * browser. Throws if that is so in CI.
 */
export default function setUp(): void {
  installPackages(__dirname, say);
  copySettings();
  if (findBrowser()) return;
  const missing = 'no Chromium, Chrome or Edge found: install one (apt-get install chromium), or name one in CHROMIUM';
  if (process.env.CI) throw new Error(missing);
  say(`The tests that need a browser are skipped; ${missing}`);
}
