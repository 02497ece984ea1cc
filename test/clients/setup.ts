import { installPackages } from '../support/install-packages';
import { copySettings } from './support/copy-settings';

/** Installs the clients, and copies what they are told of the schema. */
export default function setUp(): void {
  installPackages(__dirname, (message) => process.stderr.write(`${message}\n`));
  copySettings();
}
