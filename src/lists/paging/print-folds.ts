import { type Fold, WHOLE, type Window } from './list';

/**
 * What is to be folded into the statement of some rows, as people read it, a line each with what is folded into it below:
 * `Paper.topics by pk, the first 20, {"minScore":0.4}, with evidence, score`.
 */
export function printFolds(folds: readonly Fold[], indent = ''): string {
  return folds
    .map(({ relation, args: { window, ...args }, by, folds: below }) => {
      const further = Object.keys(args).length === 0 ? [] : [JSON.stringify(args)];
      const columns = window.asked?.length ? [`with ${window.asked.join(', ')}`] : [];
      const line = [`${relation.name} by ${by}`, printWindow(window), ...further, ...columns].join(', ');
      return `${indent}${line}\n${printFolds(below, `${indent}  `)}`;
    })
    .join('');
}

function printWindow({ limit, backwards }: Window): string {
  if (limit === WHOLE.limit) return 'all';
  return `the ${backwards ? 'last' : 'first'} ${limit}`;
}
