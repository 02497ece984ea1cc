import type { DataSource } from 'typeorm';

/** Every memory of this process. */
const memories = new Set<WeakMap<DataSource, unknown>>();

/**
 * What a process remembers of what it has written to a database, so as not to ask for it: one value for each writer, made
 * when it is first asked for, and forgotten when it may not be true any more.
 */
export class Memory<Value> {
  private readonly values = new WeakMap<DataSource, unknown>();

  constructor(private readonly make: () => Value) {
    memories.add(this.values);
  }

  of(writer: DataSource): Value {
    const value = (this.values.get(writer) as Value | undefined) ?? this.make();
    this.values.set(writer, value);
    return value;
  }
}

/** Forgets all that is remembered of what was written: a transaction was undone, or another file is open now. */
export function forgetWritten(writer: DataSource): void {
  for (const values of memories) values.delete(writer);
}
