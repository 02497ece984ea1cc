import DataLoader from 'dataloader';
import { isSameData } from '../store/is-same-data';

/**
 * Loads a relation that takes arguments (the first 5 papers of a topic): parents asked with equal arguments within one
 * request are answered together, by one DataLoader for each distinct set of arguments.
 */
export class RelationLoader<Args, Value> {
  /** Few: an operation asks for a relation in few ways. */
  private readonly loaders: { args: Args; loader: DataLoader<number, Value> }[] = [];

  /** @param read answers for all parents at once; every parent must be in its answer */
  constructor(private readonly read: (parents: readonly number[], args: Args) => Promise<Map<number, Value>>) {}

  /** @param args plain data; equal data means the same question */
  load(parent: number, args: Args): Promise<Value> {
    const known = this.loaders.find((loader) => isSameData(loader.args, args));
    if (known) return known.loader.load(parent);
    const loader = new DataLoader<number, Value>(async (parents) => {
      const found = await this.read(parents, args);
      return parents.map((key) =>
        found.has(key) ? (found.get(key) as Value) : new Error(`No answer for parent ${key}`),
      );
    });
    this.loaders.push({ args, loader });
    return loader.load(parent);
  }
}
