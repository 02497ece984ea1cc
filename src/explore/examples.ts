/** An operation of `schema/operations`: one that shows what can be asked, or one of a page of the reader. */
export interface Example {
  /** Its file there, without the ending: `todays-papers`, `reader/paper-page`. */
  name: string;
  query: string;
  /** What to ask it with, if it takes anything. */
  variables?: object;
}

/** Put here by the build. */
declare const EXAMPLES: readonly Example[];

/** What a first visit opens in front. */
const FIRST = 'todays-papers';

/** All operations that an address may name. */
export const operations: readonly Example[] = EXAMPLES;

/** The example operations, today's papers before all others. */
export const examples: readonly Example[] = EXAMPLES.filter(({ name }) => !name.includes('/')).sort(
  (one, other) => Number(other.name === FIRST) - Number(one.name === FIRST),
);

/** The variables of an example as somebody would type them. */
export function typedVariables({ variables }: Example): string | undefined {
  return variables && JSON.stringify(variables, null, 2);
}
