import type { Json } from './ask';

/** Where two answers differ first, leaf by leaf (the order of names does not count), or null when they say the same. */
export function firstDifference(expected: Json, got: Json, place = 'data'): string | null {
  if (isBranch(expected) && isBranch(got) && Array.isArray(expected) === Array.isArray(got)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
    for (const name of names) {
      const found = firstDifference(leaf(expected, name), leaf(got, name), `${place}.${name}`);
      if (found) return found;
    }
    return null;
  }
  return expected === got ? null : `${place}: expected ${show(expected)}, got ${show(got)}`;
}

type Branch = Json[] | { [name: string]: Json };

function isBranch(value: Json): value is Branch {
  return typeof value === 'object' && value !== null;
}

function leaf(branch: Branch, name: string): Json {
  return (branch as Record<string, Json | undefined>)[name] ?? null;
}

function show(value: Json): string {
  return JSON.stringify(value).slice(0, 200);
}
