import { firstDifference } from '../agree';
import { ask } from '../ask';
import type { RunningContender, Stage } from '../contenders/contender';
import { offprintBody } from '../contenders/offprint';

/**
 * Checks that all contenders give the same answers as Offprint to everything that they will be asked.
 *
 * @throws Error that names the contender, the query and the leaf where an answer differs
 */
export async function checkAgreement(
  { queries, reference }: Stage,
  running: readonly RunningContender[],
): Promise<void> {
  for (const query of queries) {
    for (const variant of query.variants) {
      const expected = await ask(reference, offprintBody(query, variant));
      for (const { name, url, bodyOf, toCommonShape } of running) {
        const got = toCommonShape(query, await ask(url, bodyOf(query, variant)));
        const difference = firstDifference(expected, got);
        if (difference) throw new Error(`${name}, ${query.name} ${JSON.stringify(variant)}: ${difference}`);
      }
    }
  }
}
