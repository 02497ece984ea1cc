/** An operation that shows what can be asked. */
export interface Example {
  /** Of its file in `schema/operations`, without the ending. */
  name: string;
  query: string;
  /** What to ask it with, if it takes anything. */
  variables?: object;
}

/** Put here by the build. */
declare const EXAMPLES: readonly Example[];

/** What a first visit opens in front. */
const FIRST = 'todays-papers';

/** The example operations, today's papers before all others. */
export const examples: readonly Example[] = [...EXAMPLES].sort(
  (one, other) => Number(other.name === FIRST) - Number(one.name === FIRST),
);

/** The variables of an example as somebody would type them. */
export function typedVariables({ variables }: Example): string | undefined {
  return variables && JSON.stringify(variables, null, 2);
}
