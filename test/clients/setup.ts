import { installPackages } from '../support/install-packages';

/** Installs the clients. */
export default function setUp(): void {
  installPackages(__dirname, (message) => process.stderr.write(`${message}\n`));
}
