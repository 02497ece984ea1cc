import type { Db } from '../store/sql';
import { cosine, type TextVector } from '../vectors/encode';
import { readVectors } from '../vectors/stored-vectors';

/** How near two papers are by their vectors, and how much that is worth. */
export interface Nearness {
  /** From 0 to 1; what points apart is no nearer than what has nothing to do with each other. */
  cosine: number;
  /** The share of the words of both that the vectors know, from 0 to 1. */
  coverage: number;
}

const UNKNOWN: Nearness = { cosine: 0, coverage: 0 };

/** What one operation has read of the vectors of papers. */
export class KnownVectors {
  private readonly vectors = new Map<number, TextVector | null>();

  constructor(private readonly db: Db) {}

  /** Reads the vectors of papers that are not known yet. */
  async read(papers: readonly number[]): Promise<void> {
    const unknown = [...new Set(papers)].filter((pk) => !this.vectors.has(pk));
    if (unknown.length === 0) return;
    const read = await readVectors(this.db, unknown);
    for (const pk of unknown) this.vectors.set(pk, read.get(pk) ?? null);
  }

  /** How near two papers are that were read. */
  between(paper: number, other: number): Nearness {
    const one = this.vectors.get(paper);
    const two = this.vectors.get(other);
    if (!one || !two) return UNKNOWN;
    return { cosine: Math.max(0, cosine(one.bytes, two.bytes)), coverage: one.coverage * two.coverage };
  }
}
