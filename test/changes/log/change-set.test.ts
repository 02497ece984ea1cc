import { ChangeSet } from '../../../src/changes/log/change-set';
import type { ChangeAction } from '../../../src/store/entities/change';

const net = (...actions: ChangeAction[]) => {
  const changes = new ChangeSet();
  for (const action of actions) changes.note('PAPER', 'a', action);
  return [...changes].map(({ action }) => action);
};

describe('what a transaction changes', () => {
  it.each([
    [['ADDED'], ['ADDED']],
    [['ADDED', 'CHANGED'], ['ADDED']],
    [['ADDED', 'REMOVED'], []],
    [['ADDED', 'REMOVED', 'ADDED'], ['ADDED']],
    [['CHANGED', 'CHANGED'], ['CHANGED']],
    [['CHANGED', 'REMOVED'], ['REMOVED']],
    [['REMOVED', 'ADDED'], ['CHANGED']],
  ] as const)('when steps are %j is %j', (steps, expected) => {
    expect(net(...steps)).toEqual(expected);
  });

  it('comes once for each thing, digests first', () => {
    const changes = new ChangeSet();
    changes.note('PAPER', 'a', 'CHANGED');
    changes.note('DIGEST', 'a', 'ADDED');
    changes.note('PAPER', 'a', 'CHANGED');
    expect([...changes]).toEqual([
      { type: 'DIGEST', key: 'a', action: 'ADDED' },
      { type: 'PAPER', key: 'a', action: 'CHANGED' },
    ]);
  });
});
