import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from './browser';
import { servePage } from './page-server';
import { runProgram } from './run-program';

/** A front end, open in a browser. */
export interface FrontEnd {
  page: Page;
  /** What the page complained of so far: errors, and warnings of its libraries. */
  complaints: string[];
  close(): void;
}

/**
 * Builds a front end and opens it at an origin of its own.
 *
 * @param entry its file, below `programs`
 * @param url the server that it asks
 * @param address the address that it has for the server, where it does not take that from its own (`?offprint=`)
 */
export async function openFrontEnd(browser: Browser, entry: string, url: string, address = url): Promise<FrontEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-front-end-'));
  const bundle = join(folder, 'app.js');
  await runProgram('support/bundle.ts', join(__dirname, '..', 'programs', entry), bundle);
  const site = await servePage(readFileSync(bundle, 'utf8').replaceAll(address, url));
  rmSync(folder, { recursive: true });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`http://127.0.0.1:${site.port}/?offprint=${encodeURIComponent(url)}`);
  return { page, complaints, close: site.close };
}
