import fc, { type StringConstraints } from 'fast-check';

const SURROGATES = { from: 0xd800, count: 0x800 };

/** Any character: as the unit `binary` of fast-check, which makes a table of all 1.1 million first. */
const character = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(
  (index) => String.fromCodePoint(index < SURROGATES.from ? index : index + SURROGATES.count),
  (value) => {
    const [first, second] = typeof value === 'string' ? value : [];
    if (first === undefined || second !== undefined) throw new Error('expected one character');
    const code = first.codePointAt(0) as number;
    return code < SURROGATES.from ? code : code - SURROGATES.count;
  },
);

/** Any text without a surrogate on its own. */
export function anyText(constraints: StringConstraints = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: character });
}
