import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Memory for operations that were parsed and checked, with their plans, in bytes. */
const MOST_BYTES = 32_000_000;

/** What a parsed operation takes for each character of its text, its plan included, in bytes: 110 to 270, by how many ways its fields are skipped. */
const BYTES_A_CHARACTER = 150;

/** What one takes at least, in bytes; about. */
const OVERHEAD = 2_000;

/**
 * Operations that were parsed and checked, those asked for last: they are not looked at again. Apollo Server asks by a hash of
 * the text, the other transports by the text.
 */
export class RememberedDocuments {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ loc }) => OVERHEAD + (loc?.source.body.length ?? 0) * BYTES_A_CHARACTER,
  });

  /** How many there are, and how much memory they take, in bytes. */
  get size(): { entries: number; bytes: number } {
    return { entries: this.documents.size, bytes: this.documents.calculatedSize };
  }

  /** The document of a text that was checked before. */
  find(text: string): DocumentNode | undefined {
    return this.documents.get(text);
  }

  /** Remembers a document that was checked. */
  remember(text: string, document: DocumentNode): void {
    this.documents.set(text, document);
  }

  async get(hash: string): Promise<DocumentNode | undefined> {
    return this.documents.get(hash);
  }

  async set(hash: string, document: DocumentNode): Promise<void> {
    this.documents.set(hash, document);
  }

  async delete(hash: string): Promise<boolean> {
    return this.documents.delete(hash);
  }
}
