/**
 * Where terms follow one another: the places of the last of them. Places are numbers in order, and one token behind another
 * has the next number.
 *
 * @param places of each term of the phrase, in its order
 */
export function phrasePlaces(places: readonly (readonly number[])[]): readonly number[] {
  return places.reduce(followed);
}

/** Those of the places that stand right behind one of those before. */
function followed(before: readonly number[], of: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const place of of) {
    while (at < before.length && (before[at] as number) < place - 1) at += 1;
    if (before[at] === place - 1) found.push(place);
  }
  return found;
}
