import fc from 'fast-check';
import { type JsonElement, readJson } from '../../../../src/parse/records/json/read-json';
import type { BrokenRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const WAYS = ['results', 'message.items'];

const readAll = (text: string, length?: number): Promise<(JsonElement | BrokenRecord | string)[]> =>
  allOf(readJson(piecesOf(text, length), 'a.json', WAYS));

/** Values, or the words for what is none. */
async function valuesOf(text: string): Promise<unknown[]> {
  const all = await readAll(text);
  return all.map((read) => (typeof read === 'string' ? read : 'problem' in read ? read.problem : read.value));
}

describe('readJson', () => {
  it('gives the elements of a list with their numbers and lines', async () => {
    expect(await readAll('[\n {"a": "x]\\"{"},\n null,\n {\n  "b": [1, {}]\n }, 5\n]\n')).toEqual([
      { number: 1, line: 2, value: { a: 'x]"{' } },
      { number: 2, line: 3, value: null },
      { number: 3, line: 4, value: { b: [1, {}] } },
      { number: 4, line: 6, value: 5 },
    ]);
  });

  it.each([
    ['JSON Lines', '{"a":1}\n\n{"a":2}\r\n{"a":3}'],
    ['lines that once were a list', '{"a":1},\n{"a":2},\n{"a":3}'],
    ['objects laid out anyhow', '{\n"a":1\n}\n{\n"a":2\n}{"a":3}'],
    ['several lists', '[{"a":1}]\n[]\n[{"a":2},{"a":3}]'],
    ['a list of lists', '[[{"a":1},{"a":2}],[{"a":3}]]'],
    [
      'a list in an object',
      '{"meta":{"results":[9]},"results":[{"a":1},{"a":2},{"a":3}],"more":[{"a":[4]}],"results":[5]}',
    ],
    ['a list two levels down', '{"status":"ok","message":{"facets":{},"items" : \n[{"a":1},{"a":2},{"a":3}]}}'],
    ['answers one a line', '{"results":[{"a":1}]}\n{"results":[]}\n{"results":[{"a":2},{"a":3}]}'],
    ['a list of answers', '[{"results":[{"a":1},{"a":2}]},{"message":{"items":[{"a":3}]}}]'],
    ['a byte order mark', '\ufeff[{"a":1},{"a":2},{"a":3}]'],
  ])('reads %s', async (_what, text) => {
    expect(await valuesOf(text)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
  });

  it('takes an object by itself for a record, whatever it holds', async () => {
    expect(await valuesOf('{\n"id": "x", "tags": ["results"],\n"paper": {"results": [1]}\n}')).toEqual([
      { id: 'x', tags: ['results'], paper: { results: [1] } },
    ]);
    expect(await valuesOf('{"id":1}')).toEqual([{ id: 1 }]);
    expect(await valuesOf('{"results":[]}')).toEqual([]);
    expect(await valuesOf('[]')).toEqual([]);
  });

  it('takes what Python writes for no number as no value', async () => {
    expect(await valuesOf('[{"a": NaN, "b": [-Infinity,Infinity], "c": "NaN \\" NaN"}]')).toEqual([
      { a: null, b: [null, null], c: 'NaN " NaN' },
    ]);
  });

  it('goes on behind what is broken and names its line', async () => {
    expect(await valuesOf('[{"a":1},\n{"b":\ntru},\n{"c" 1},\n{"d":"\\x"},\n{e:1},{"f":[1 2]},\n{"a":2}]')).toEqual([
      { a: 1 },
      'a.json:3: expected a value, got "tru}"',
      'a.json:4: expected ":", got "1}"',
      'a.json:5: expected the end of a string, got "\\\\x\\"}"',
      'a.json:6: expected a key or "}", got "e:1}"',
      'a.json:6: expected "," or "]", got "2]}"',
      { a: 2 },
    ]);
    expect(await valuesOf('{"a":1}\n{"b":\n{"a":2}\n{"c":"x\n{"a":3}\nRate exceeded.\n')).toEqual([
      { a: 1 },
      'a.json:2: expected a value, got the end of the record',
      { a: 2 },
      'a.json:4: expected the end of a string, got the end of the record',
      { a: 3 },
      'a.json:6: expected a value, got "Rate exceeded."',
    ]);
    expect(await valuesOf('{"a":\n{"a":2}')).toEqual(['a.json:2: expected "," or "}", got the end of the file']);
    expect(await valuesOf('[{"a":1}]\n<br>\n[{"a":2} {"a":3}]')).toEqual([
      { a: 1 },
      'a.json:2: expected a value, got "<br>"',
      { a: 2 },
      { a: 3 },
    ]);
  });

  it.each([
    [
      'a quotation mark',
      '[\n{"a": "x},\n{"a": 2},\n{"a": 3}\n]',
      'a.json:2: expected the end of a string, got the end of the record',
    ],
    [
      'one in lines',
      '[\n  {\n    "a": "x\n  },\n  {\n    "a": 2\n  },\n{"a": 3}\n]',
      'a.json:3: expected the end of a string, got a line break',
    ],
    [
      'a brace',
      '{"results": [{"a": {"b": 1,\n{"a": 2},\n{"a": 3}]}',
      'a.json:1: expected a key, got the end of the record',
    ],
    ['a bracket', '[\n{"a": [1},\n{"a": 2}\n,{"a": 3}]', 'a.json:2: expected "," or "]", got "},"'],
    ['more than one', '[\n{"a": [[1},\n{"a": 2}\n,{"a": 3}]', 'a.json:2: expected "," or "]", got "},"'],
    ['nothing, but a brace more', '[\n{"a": 1}},\n{"a": 2},{"a": 3}]', 'a.json:2: expected a value, got "}"'],
  ])('finds the next record behind one that lacks %s', async (what, text, problem) => {
    const found = what.startsWith('nothing') ? [{ a: 1 }, problem] : [problem];
    expect(await valuesOf(text)).toEqual([...found, { a: 2 }, { a: 3 }]);
  });

  it.each([
    ['[{"a":1},\n{"b":[1,\n', 'a.json:2: expected a value, got the end of the file'],
    ['[{"a":1},\n{"b":"x', 'a.json:2: expected the end of a string, got the end of the file'],
    ['[{"a":1},\n', 'a.json:2: expected another record or "]", got the end of the file'],
    ['{"results":[{"a":1}\n', 'a.json:2: expected another record or "]", got the end of the file'],
    ['{"results":[{"a":1}],\n"meta":{', 'a.json:2: expected another key or "}", got the end of the file'],
  ])('says where %j was cut', async (text, problem) => {
    expect(await valuesOf(text)).toEqual([{ a: 1 }, problem]);
  });

  it.each([
    ['', 'a.json:1: expected JSON, got an empty file'],
    [' \n', 'a.json:1: expected JSON, got an empty file'],
    ['\n<!doctype html>\n<p>', 'a.json:2: expected JSON, got "<!doctype html>"'],
    ['Rate exceeded.', 'a.json:1: expected JSON, got "Rate exceeded."'],
    ["[{'a': 1}]", `a.json:1: expected JSON, got what Python prints: "[{'a': 1}]"`],
  ])('refuses %j', async (text, message) => {
    expect(await readAll(text)).toEqual([message]);
    expect(await readAll(text, 1)).toEqual([message]);
  });

  it('refuses what nests too deep, and reads what follows', async () => {
    const deep = `{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`;
    const refused = 'expected a record of at most 1,000 levels, got a deeper one';
    expect(await valuesOf(`[${deep},{"a":2}]`)).toEqual([`a.json:1: ${refused}`, { a: 2 }]);
    expect(await valuesOf(`{"a":1}\n${deep}\n{"a":2}`)).toEqual([{ a: 1 }, `a.json:2: ${refused}`, { a: 2 }]);
  });

  it('reads a record of 10 MB in pieces of any length in linear time', async () => {
    const long = 'x"\\'.repeat(2_000_000);
    const text = JSON.stringify([{ long }, { a: 1 }]);
    expect(await allOf(readJson(piecesOf(text, 1_000), 'a.json'))).toEqual([
      { number: 1, line: 1, value: { long } },
      { number: 2, line: 1, value: { a: 1 } },
    ]);
  }, 20_000);

  it('holds no more than the record that is open', async () => {
    async function* endless(): AsyncGenerator<string> {
      yield '{"results":[';
      for (;;) yield `${'{"text":"'.padEnd(60_000, 'x')}"},`;
    }
    let count = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const _ of readJson(endless(), 'a.json', WAYS)) {
      count += 1;
      if (count % 500 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
      if (count === 10_000) break;
    }
    expect(count).toBe(10_000);
    expect(most).toBeLessThan(200_000_000);
  });

  it('gives back any values as they were written', async () => {
    const values = fc.array(
      fc.dictionary(
        fc.string().filter((key) => key !== 'results' && key !== 'message'),
        fc.jsonValue(),
      ),
    );
    const layouts = fc.constantFrom<(list: unknown[]) => string>(
      (list) => JSON.stringify(list),
      (list) => JSON.stringify(list, null, 2),
      (list) => JSON.stringify({ meta: {}, results: list, more: list }),
      (list) => JSON.stringify({ message: { 'total-results': 1, items: list } }, null, 1),
      (list) => list.map((value) => JSON.stringify(value)).join('\n') || '[]',
      (list) =>
        list
          .map((value) => `${JSON.stringify(value, null, 2)}\n`)
          .join('')
          .replace(/^{}/, '{\n}') || '[]',
    );
    await fc.assert(
      fc.asyncProperty(values, layouts, fc.integer({ min: 1, max: 50 }), async (list, layout, length) => {
        const plain = JSON.parse(JSON.stringify(list)) as unknown[];
        const read = await allOf(readJson(piecesOf(layout(plain), length), 'a.json', WAYS));
        expect(read.map((one) => (one as JsonElement).value)).toEqual(plain);
      }),
    );
  });

  it('reads any text in pieces as it reads it in one', async () => {
    const token = fc.constantFrom(
      ...'{}[]:,"\\\n',
      ' ',
      '"a"',
      '"results":',
      '{"a":1}',
      '1',
      'null',
      'NaN',
      '\\"',
      "'",
      '\ufeff',
    );
    const text = fc.array(fc.oneof({ weight: 9, arbitrary: token }, fc.string()), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (tokens, length) => {
        const whole = `${tokens.length % 2 === 0 ? '[' : '{'}${tokens.join('')}`;
        expect(await readAll(whole, length)).toEqual(await readAll(whole));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['\\u0000', ''],
    ['a\\u0001b\\u001Fc\\u007f', 'abc'],
    ['\\\\u0000', '\\u0000'],
    ['\\\\\\u0000', '\\'],
    ['tab\\u0009 line\\u000a feed\\u000C', 'tab\t line\n feed\f'],
    ['\\ud83d\\ude00', '😀'],
    ['\\ud83d', ''],
    ['\\ude00x', 'x'],
    ['\\ud83d\\ud83d\\ude00', '😀'],
    ['\\u0041\\ude00', 'A'],
    ['\\u00e9', 'é'],
  ])('leaves out of %j what is no text', async (written, read) => {
    expect(await readAll(`[{"a":"${written}","${written}":1}]`)).toMatchObject([{ value: { a: read, [read]: 1 } }]);
  });

  it.each([900, 1_001, 20_000, 60_000])('reads lines however deep they nest: %i levels', async (levels) => {
    const deep = `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const [first, second] = await readAll(`${deep}\n{"b":1}\n`);
    if (levels < 1_000) expect(first).toMatchObject({ number: 1, line: 1 });
    else
      expect(first).toMatchObject({ problem: expect.stringMatching(/:1: expected a record of at most 1,000 levels/) });
    expect(second).toMatchObject({ number: 2, line: 2, value: { b: 1 } });
  });
});
