import { quote } from '../../file/digest-syntax-error';
import { isBrokenElement, readJson } from '../json/read-json';
import type { RecordReader } from '../record';
import { cslItem } from './csl-item';
import { itemRecord } from './item-record';

/** Where the items lie in an object around them: as Zotero's API, pandoc and others give them. */
const WAYS = ['items', 'references', 'data', 'message.items'];

/**
 * Reads CSL-JSON: a list of items, an item by itself, or one a line. An item without a title is a broken record.
 *
 * @throws DigestSyntaxError where a text is no JSON
 */
export const readCslJson: RecordReader = async function* (text, file) {
  for await (const read of readJson(text, file, WAYS)) {
    if (isBrokenElement(read)) {
      yield read;
      continue;
    }
    const { number, line, value } = read;
    const item = cslItem(value);
    const record = item && itemRecord(item, number, line);
    if (record !== null) yield record;
    else {
      const [expected, got] =
        item === null
          ? ['an item, such as {"id": …, "title": …}', quote(JSON.stringify(value) ?? '')]
          : [`a title in the item ${quote(item.text('id') ?? '')}`, 'none'];
      yield { number, problem: `${file}:${line}: expected ${expected}, got ${got}` };
    }
  }
};
