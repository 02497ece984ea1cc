/** What a model of texts consists of: a vector for each stem, in signed bytes. */
export interface Weights {
  /** Tells these weights from all others. */
  fingerprint: string;
  /** Numbers in each vector. */
  dimensions: number;
  /** The row of each stem. */
  rowOf: ReadonlyMap<string, number>;
  /** Row by row; a vector is its bytes times its scale, and holds the weight of its stem. */
  bytes: Int8Array;
  scales: Float32Array;
  /** How rare each stem was among the texts that were learned from: `ln(N / n)`. */
  idf: Float32Array;
  /** Stems that nearly every text has: they have no vector and count nothing. */
  common: ReadonlySet<string>;
  /** How rare a stem is taken to be that is not known: as the rarest that is. */
  mostIdf: number;
}

/** What weights know of stems beside their vectors. */
export interface StemCounts {
  dimensions: number;
  /** Most frequent first; the place of a stem is its row. */
  stems: readonly string[];
  /** How many of the texts have each stem. */
  counts: ArrayLike<number>;
  /** How many texts were learned from. */
  texts: number;
  common: readonly string[];
}

/** Weights as they were learned. */
export interface LearnedWeights extends StemCounts {
  /** Row by row, each with the weight of its stem in it. */
  rows: Float32Array;
}

/** Vectors in signed bytes. */
export type PackedRows = Pick<Weights, 'bytes' | 'scales'>;

/** What was learned, a byte a number: that loses nothing that can be measured. */
export function pack({ rows, dimensions, stems }: LearnedWeights): PackedRows {
  const bytes = new Int8Array(rows.length);
  const scales = new Float32Array(stems.length);
  for (let row = 0; row < stems.length; row += 1) {
    const packed = toBytes(rows.subarray(row * dimensions, (row + 1) * dimensions));
    bytes.set(packed.bytes, row * dimensions);
    scales[row] = packed.scale;
  }
  return { bytes, scales };
}

/** Weights ready to be used. */
export function toWeights(
  fingerprint: string,
  { dimensions, stems, counts, texts, common }: StemCounts,
  { bytes, scales }: PackedRows,
): Weights {
  const idf = idfOf(counts, texts);
  return {
    fingerprint,
    dimensions,
    rowOf: new Map(stems.map((stem, row) => [stem, row])),
    bytes,
    scales,
    idf,
    common: new Set(common),
    mostIdf: idf.reduce((most, each) => Math.max(most, each), 0),
  };
}

/** How rare stems are: `ln(N / n)`. */
export function idfOf(counts: ArrayLike<number>, texts: number): Float32Array {
  return Float32Array.from(counts, (count) => Math.log(texts / count));
}

/** The numbers of a vector in signed bytes, the largest 127, and what each byte is worth. */
export function toBytes(values: Float32Array | Float64Array): { bytes: Int8Array; scale: number } {
  let most = 0;
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, Math.abs(values[at] as number));
  const scale = most / 127;
  const bytes = new Int8Array(values.length);
  if (most > 0) for (let at = 0; at < values.length; at += 1) bytes[at] = Math.round((values[at] as number) / scale);
  return { bytes, scale };
}
