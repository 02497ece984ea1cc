/** Weights are stored in whole thousandths. */
export const THOUSAND = 1000;

/**
 * How much a paper makes of a term, in steps: named more than once or in the title, and named once. The least weight of
 * each, in thousandths, heaviest first.
 */
const LEAST_WEIGHTS = [400, 0] as const;

/** Stands for the weights of a step where the weight itself is not at hand. */
export const USUAL_WEIGHTS = [400, 250] as const;

/** The step of a weight in thousandths. */
export function levelOf(weight: number): number {
  return LEAST_WEIGHTS.findIndex((least) => weight >= least);
}

/** A term of a level as the term index knows it. */
export function tokenOf(key: string, level: number): string {
  return `${key}/${level}`;
}
