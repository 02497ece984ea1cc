import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Texts of operations that are kept parsed, in characters: each takes some hundred bytes, with its tokens and its plan. */
const MOST_CHARACTERS = 400_000;

/**
 * Parsed operations, those asked for last. Apollo Server would keep them by the length of their JSON, which says little of
 * what they take in memory: a client that asks something else each time filled 300 MB.
 */
export class Documents {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ loc }, key) => key.length + (loc?.source.body.length ?? 0),
  });

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}
