import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import { type LearnedWeights, pack, toWeights, type Weights } from './weights';

/** The files of a folder of weights. The first says what they are, and is written last. */
const ABOUT = 'about.json';
const STEMS = 'stems.json';
const BYTES = 'vectors.i8';
const SCALES = 'scales.f32';

/** What a folder says of its weights, so that they need not be read to know them. */
interface About {
  fingerprint: string;
  dimensions: number;
  stems: number;
  texts: number;
  note: string;
}

/** The stems, most frequent first, how many texts have each, and those that nearly all have. */
interface Stems {
  stems: readonly string[];
  counts: readonly number[];
  common: readonly string[];
}

/** Weights of a folder, which are read when they are first needed. */
export class WeightsFile {
  readonly fingerprint: string;
  private weights: Weights | null = null;

  /** @throws Problem when the folder holds none */
  constructor(readonly folder: string) {
    this.fingerprint = this.readJson<About>(ABOUT).fingerprint;
  }

  /** @throws Problem when what the folder holds is not what was written */
  read(): Weights {
    this.weights ??= this.readAll();
    return this.weights;
  }

  private readAll(): Weights {
    const { fingerprint, dimensions, texts } = this.readJson<About>(ABOUT);
    const written = this.readFile(STEMS);
    const bytes = this.readFile(BYTES);
    const scales = this.readFile(SCALES);
    if (fingerprintOf([written, bytes, scales]) !== fingerprint) {
      throw new Problem(`${this.folder}: expected weights as they were written, got others; write them again`);
    }
    const { stems, counts, common } = JSON.parse(written.toString()) as Stems;
    return toWeights(
      fingerprint,
      { dimensions, texts, stems, counts, common },
      {
        bytes: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
        scales: Float32Array.from(stems, (_, row) => scales.readFloatLE(4 * row)),
      },
    );
  }

  private readJson<Content>(file: string): Content {
    return JSON.parse(this.readFile(file).toString()) as Content;
  }

  private readFile(file: string): Buffer {
    try {
      return readFileSync(join(this.folder, file));
    } catch (error) {
      throw new Problem(`${this.folder}: expected a folder that \`npm run vectors\` has written, got none`, {
        cause: error,
      });
    }
  }
}

/**
 * Writes weights into a folder, which is made. Who reads meanwhile finds the old ones, or is told that they are not whole.
 *
 * @param note for people: what was learned from, and how
 */
export function writeWeights(folder: string, learned: LearnedWeights, note: string): void {
  const { dimensions, stems, counts, texts, common } = learned;
  const packed = pack(learned);
  const bytes = Buffer.from(packed.bytes.buffer);
  const scales = Buffer.alloc(4 * stems.length);
  packed.scales.forEach((scale, row) => {
    scales.writeFloatLE(scale, 4 * row);
  });
  const lines = { stems, counts: Array.from(counts), common } satisfies Stems;
  const written = Buffer.from(`${JSON.stringify(lines)}\n`);
  const about: About = {
    fingerprint: fingerprintOf([written, bytes, scales]),
    dimensions,
    stems: stems.length,
    texts,
    note,
  };
  mkdirSync(folder, { recursive: true });
  put(folder, BYTES, bytes);
  put(folder, SCALES, scales);
  put(folder, STEMS, written);
  put(folder, ABOUT, Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
}

function put(folder: string, file: string, content: Buffer): void {
  const path = join(folder, file);
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function fingerprintOf(contents: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}
