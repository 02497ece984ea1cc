import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedWeights, weightsOf } from '../../src/seeds';
import { encode } from '../../src/vectors/encode';
import { pack, toWeights } from '../../src/vectors/weights';
import { WeightsFile, writeWeights } from '../../src/vectors/weights-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const learned = {
  dimensions: 4,
  stems: ['speech', 'image'],
  counts: [3, 2],
  texts: 9,
  common: ['the'],
  rows: Float32Array.of(0.1, -0.2, 0.3, 0.4, 0.5, 0, 0, -0.1),
};

describe('weights in a folder', () => {
  it('are read as they were written', () => {
    writeWeights(folder, learned, 'by hand');
    const file = new WeightsFile(folder);
    expect(file.read()).toEqual(toWeights(file.fingerprint, learned, pack(learned)));
    expect(readdirSync(folder).sort()).toEqual(['about.json', 'scales.f32', 'stems.json', 'vectors.i8']);
  });

  it('have a fingerprint that tells them from others', () => {
    writeWeights(folder, learned, 'by hand');
    const { fingerprint } = new WeightsFile(folder);
    writeWeights(folder, learned, 'the same again');
    expect(new WeightsFile(folder).fingerprint).toBe(fingerprint);
    writeWeights(folder, { ...learned, rows: learned.rows.map((value) => -value) }, 'others');
    expect(new WeightsFile(folder).fingerprint).not.toBe(fingerprint);
  });

  it('are refused when they are not what was written, or not there', () => {
    writeWeights(folder, learned, 'by hand');
    const bytes = readFileSync(join(folder, 'vectors.i8'));
    writeFileSync(join(folder, 'vectors.i8'), Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)]));
    expect(() => new WeightsFile(folder).read()).toThrow(`${folder}: expected weights as they were written`);
    expect(() => new WeightsFile(join(folder, 'nowhere'))).toThrow(
      /expected a folder that `npm run vectors` has written/,
    );
  });
});

describe('the setting VECTORS', () => {
  it('names the shipped weights, others, or none', () => {
    writeWeights(folder, learned, 'by hand');
    expect(weightsOf('shipped')).toBe(shippedWeights());
    expect(weightsOf(folder)?.folder).toBe(folder);
    expect(weightsOf('off')).toBeNull();
  });
});

describe('the shipped weights', () => {
  it('know what the words of a paper mean', () => {
    const weights = shippedWeights().read();
    const text = encode(weights, ['speech', 'recognit', 'transform']);
    expect(text?.coverage).toBe(1);
    expect(weights.rowOf.size * weights.dimensions).toBe(weights.bytes.length);
  });
});
