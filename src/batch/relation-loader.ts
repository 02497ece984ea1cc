import DataLoader from 'dataloader';

/**
 * Loads a relation that takes arguments (the first 5 papers of a topic): parents asked with equal arguments within one
 * request are answered together, by one DataLoader for each distinct set of arguments.
 */
export class RelationLoader<Args, Value> {
  private readonly loaders = new Map<string, DataLoader<number, Value>>();

  /** @param read answers for all parents at once; every parent must be in its answer */
  constructor(private readonly read: (parents: readonly number[], args: Args) => Promise<Map<number, Value>>) {}

  /** @param args plain data; equal data means the same question */
  load(parent: number, args: Args): Promise<Value> {
    const name = JSON.stringify(args);
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader(async (parents) => {
        const found = await this.read(parents, args);
        return parents.map((key) =>
          found.has(key) ? (found.get(key) as Value) : new Error(`No answer for parent ${key}`),
        );
      });
      this.loaders.set(name, loader);
    }
    return loader.load(parent);
  }
}
