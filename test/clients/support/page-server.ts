import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web site of one page, at an origin other than that of Offprint. */
export interface PageServer {
  port: number;
  close(): void;
}

/**
 * Serves a page.
 *
 * @param script what runs in it, if anything does
 */
export async function servePage(script = ''): Promise<PageServer> {
  const html =
    '<!doctype html><title>Front end</title><div id="root"></div><script type="module" src="/app.js"></script>';
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/app.js' ? ['text/javascript', script] : ['text/html', html];
    response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
