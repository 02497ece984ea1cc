/** What a connection is for: a reader cannot write, and never sees a transaction under way. */
export type Role = 'writer' | 'reader';
