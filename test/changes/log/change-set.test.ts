import { ChangeSet } from '../../../src/changes/log/change-set';
import type { ChangeKind } from '../../../src/store/entities/change';

const net = (...kinds: ChangeKind[]) => {
  const changes = new ChangeSet();
  for (const kind of kinds) changes.note('PAPER', 'a', kind);
  return [...changes].map(({ kind }) => kind);
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
      { type: 'DIGEST', key: 'a', kind: 'ADDED' },
      { type: 'PAPER', key: 'a', kind: 'CHANGED' },
    ]);
  });
});
