import pino, { type Logger } from 'pino';
import type { Config } from './config';

/** Writes lines for a person to a terminal, and JSON to anything else. */
export async function createLogger({ logLevel }: Pick<Config, 'logLevel'>): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level: logLevel });
  const { default: pretty } = await import('pino-pretty');
  const options = { level: logLevel, hooks: { streamWrite: withoutControl } };
  return pino(options, pretty({ ignore: 'pid,hostname', sync: true }));
}

/** What moves the cursor of a terminal, colours or hides text, or turns its direction. */
const CONTROL = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A line of the log, in JSON, with all that a terminal would act on written as an escape: so no text from outside can look
 * like a line of its own or take one away. Stack traces keep their line breaks.
 */
export function withoutControl(line: string): string {
  const shown = (key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replace(CONTROL, (sign) => (sign === '\n' && key === 'stack' ? sign : escaped(sign)))
      : value;
  return `${JSON.stringify(JSON.parse(line, shown))}\n`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
