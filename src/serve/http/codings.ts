import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { remembered } from './remembered';

/** How content goes over the wire; `identity` is as it is. */
export type Coding = 'br' | 'gzip' | 'identity';

/** In the order of who takes all of them alike. */
const CODINGS: readonly Coding[] = ['br', 'gzip', 'identity'];

/** Shorter content fits into one packet with its headers, so it would arrive no sooner. In bytes. */
const WORTH_IT = 1_400;

/** Of 11: JSON comes to a fifth of its size in about the time that gzip takes for a quarter. The next ones take far longer. */
const QUALITY = 4;

const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } };

/** Negotiator's types are of a version before this option. */
interface Codings {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/** What a client takes, by its `Accept-Encoding` (RFC 9110, 12.5.3): who sends none is spared, and so is who takes none. */
const acceptedBy = remembered((header) => {
  // A name of gzip from before there was a standard (RFC 9110, 8.4.1.3).
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header?.replace(/\bx-gzip\b/gi, 'gzip') } });
  const codings: Codings = negotiator;
  return {
    best: (codings.encoding(CODINGS, { preferred: CODINGS }) ?? 'identity') as Coding,
    takesPlain: negotiator.encoding(['identity']) !== undefined,
  };
});

/** The coding in which content of a length goes to a client. */
export function codingFor(acceptEncoding: string | undefined, bytes: number): Coding {
  const { best, takesPlain } = acceptedBy(acceptEncoding);
  return bytes < WORTH_IT && takesPlain ? 'identity' : best;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Content in a coding, made in a thread beside this one. */
export async function encode(content: Buffer, coding: Coding): Promise<Buffer> {
  switch (coding) {
    case 'br': {
      const params = { ...brotliOptions.params, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      return brotli(content, { params });
    }
    case 'gzip':
      return deflate(content);
    case 'identity':
      return content;
  }
}

/** What puts content into a coding piece by piece; null where it stays as it is. */
export function encoder(coding: Coding): Transform | null {
  if (coding === 'identity') return null;
  return coding === 'br' ? createBrotliCompress(brotliOptions) : createGzip();
}
