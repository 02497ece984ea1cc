/**
 * Normalised discounted cumulative gain of the first ten of a list: 1 when they stand in the best order. A grade counts
 * `2^grade − 1` (K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, with the gain of
 * C. Burges et al., 2005).
 *
 * @param relevant the grade of what is relevant, by name; all else has none
 */
export function ndcg(names: readonly string[], relevant: Readonly<Record<string, number | undefined>>): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
  const best = Object.values(relevant).map((grade) => grade ?? 0);
  return gain(names.map((name) => relevant[name] ?? 0)) / gain(best.sort((a, b) => b - a));
}
