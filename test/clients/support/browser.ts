import { join } from 'node:path';
import { findBrowser } from './find-browser';

/** What the tests need of Playwright, whose types are not there before the clients are installed. */
interface Playwright {
  chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
  };
}
/** What a page finds in its browser. */
export interface Looks {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
  reducedMotion?: 'reduce' | 'no-preference';
}
export interface Browser {
  /** Opens a page that shares nothing with others. */
  newPage(looks?: Looks): Promise<Page>;
  close(): Promise<void>;
}
/** A place in a page, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Locator {
  allTextContents(): Promise<string[]>;
  first(): Locator;
  boundingBox(): Promise<Box | null>;
}
export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): string;
  keyboard: {
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
    press(key: string): Promise<void>;
  };
  getAttribute(selector: string, name: string): Promise<string | null>;
  close(): Promise<void>;
  /** Runs a function in the page, and gives what it gives. */
  evaluate<Given, Result>(work: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  /** Gives what an expression comes to in the page. */
  evaluate(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  /** A picture of a part of the page. */
  screenshot(options: { clip: Box }): Promise<Buffer>;
  /** Types a text into an input, as a whole. */
  fill(selector: string, text: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  locator(selector: string): Locator;
  /** Waits for an element. */
  waitForSelector(selector: string): Promise<unknown>;
  on(event: 'console', listen: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listen: (error: Error) => void): void;
  on(event: 'websocket', listen: (socket: { url(): string }) => void): void;
  on(event: 'request', listen: (request: { url(): string }) => void): void;
}

const executablePath = findBrowser();

/** A suite of tests that need a browser; skipped where there is none, as was said when the tests began. */
export const describeInBrowser = executablePath === null ? describe.skip : describe;

/** Names below `front.test` lead to this machine. */
const FRONT_ENDS = 'MAP *.front.test 127.0.0.1';

/** Nothing but this machine is there. */
export const WITHOUT_NETWORK = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/**
 * Starts a browser without a window.
 *
 * @param rules where names lead to, as Chromium has it
 */
export function startBrowser(rules = FRONT_ENDS): Promise<Browser> {
  const { chromium } = require(join(__dirname, '..', 'node_modules', 'playwright-core')) as Playwright;
  return chromium.launch({
    executablePath: executablePath as string,
    // As root, and in containers, there is neither a sandbox nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=${rules}`],
  });
}
