import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../../config';
import { codeOf, messageOf, Problem, syscallOf } from '../../problem';

/** Where to listen. */
interface Place extends Pick<Config, 'host' | 'port'> {
  /** What the port is called by who gave it, for messages; `PORT` unless said. */
  setting?: string;
}

/**
 * Sees to it that there is something to listen on, before anything else is done for a server.
 *
 * @throws Problem that names the setting when there is not
 */
export async function expectFreePort(place: Place): Promise<void> {
  const probe = createServer();
  await listening(place, async () => {
    probe.listen(place.port, place.host);
    await once(probe, 'listening');
  });
  probe.close();
  await once(probe, 'close');
}

/** Listens, and says in one sentence why not when that cannot be. */
export async function listening(place: Place, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen();
  } catch (error) {
    throw syscallOf(error) === '' ? error : new Problem(whyNot(place, error), { cause: error });
  }
}

function whyNot({ host, port, setting = 'PORT' }: Place, error: unknown): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `${setting}: expected a free port of ${host}, got ${port}, which another process listens on`;
    case 'EACCES':
      return `${setting}: expected a port that this user may listen on, got ${port}`;
    case 'EADDRNOTAVAIL':
      return `HOST: expected an address of this machine, got ${JSON.stringify(host)}`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: expected an address or the name of one, got ${JSON.stringify(host)}`;
    default:
      return `HOST: expected an address to listen on, got ${JSON.stringify(host)}: ${messageOf(error)}`;
  }
}
