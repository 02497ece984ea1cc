/**
 * How many slips turn one word into another: a letter changed, left out or put in, or two neighbours swapped (optimal
 * string alignment).
 *
 * @param most beyond this the exact number is not worked out: `most + 1` is given
 */
export function editDistance(one: string, other: string, most: number): number {
  const [a, b] = whereTheyDiffer(one, other);
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let leastOfRow = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      next.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    if (leastOfRow > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] as number, most + 1);
}

/** Two words without the letters that both begin with and those that both end with. */
function whereTheyDiffer(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shorter && one[begin] === other[begin]) begin++;
  let end = 0;
  while (end < shorter - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
}
