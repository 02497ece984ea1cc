import { join } from 'node:path';
import { findBrowser } from './find-browser';

/** What the tests need of Playwright, whose types are not there before the clients are installed. */
interface Playwright {
  chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
  };
}
export interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
export interface Page {
  goto(url: string): Promise<unknown>;
  /** Runs a function in the page, and gives what it gives. */
  evaluate<Given, Result>(work: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  click(selector: string): Promise<void>;
  /** Types a text into an input, as a whole. */
  fill(selector: string, text: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  locator(selector: string): { allTextContents(): Promise<string[]> };
  /** Waits for an element. */
  waitForSelector(selector: string): Promise<unknown>;
  on(event: 'console', listen: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listen: (error: Error) => void): void;
}

const executablePath = findBrowser();

/** A suite of tests that need a browser; skipped where there is none, as was said when the tests began. */
export const describeInBrowser = executablePath === null ? describe.skip : describe;

/** Starts a browser without a window. Names below `front.test` lead to this machine. */
export function startBrowser(): Promise<Browser> {
  const { chromium } = require(join(__dirname, '..', 'node_modules', 'playwright-core')) as Playwright;
  return chromium.launch({
    executablePath: executablePath as string,
    // As root, and in containers, there is neither a sandbox nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP *.front.test 127.0.0.1'],
  });
}
