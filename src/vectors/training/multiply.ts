/** A table of numbers, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

export function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/**
 * Each row of one by each row of another, `one · otherᵀ`, four rows by two at a time: so each number that is read is used
 * several times. Numbers of 64 bits, since JavaScript reckons in these and would turn every other one.
 *
 * @param into as many rows as `one` and columns as `other` has rows
 */
export function multiplyRows(one: Matrix, other: Matrix, into: Matrix): void {
  const { rows: m, columns: k, values: a } = one;
  const { rows: n, values: b } = other;
  const c = into.values;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let j = 0;
    for (; j + 2 <= n; j += 2) {
      let a0 = i * k;
      let a1 = a0 + k;
      let a2 = a1 + k;
      let a3 = a2 + k;
      let b0 = j * k;
      let b1 = b0 + k;
      const end = b1;
      let c00 = 0;
      let c01 = 0;
      let c10 = 0;
      let c11 = 0;
      let c20 = 0;
      let c21 = 0;
      let c30 = 0;
      let c31 = 0;
      while (b0 < end) {
        const x = b[b0++] as number;
        const y = b[b1++] as number;
        const p = a[a0++] as number;
        c00 += p * x;
        c01 += p * y;
        const q = a[a1++] as number;
        c10 += q * x;
        c11 += q * y;
        const r = a[a2++] as number;
        c20 += r * x;
        c21 += r * y;
        const s = a[a3++] as number;
        c30 += s * x;
        c31 += s * y;
      }
      let at = i * n + j;
      c[at] = c00;
      c[at + 1] = c01;
      at += n;
      c[at] = c10;
      c[at + 1] = c11;
      at += n;
      c[at] = c20;
      c[at + 1] = c21;
      at += n;
      c[at] = c30;
      c[at + 1] = c31;
    }
    for (; j < n; j += 1) for (let row = i; row < i + 4; row += 1) c[row * n + j] = dot(a, row * k, b, j * k, k);
  }
  for (; i < m; i += 1) for (let j = 0; j < n; j += 1) c[i * n + j] = dot(a, i * k, b, j * k, k);
}

/** Rows as columns. */
export function transpose({ rows, columns, values }: Matrix, into: Matrix): void {
  const turned = into.values;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = values[row * columns + column] as number;
    }
  }
}

function dot(a: Float64Array, from: number, b: Float64Array, other: number, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (a[from + at] as number) * (b[other + at] as number);
  return sum;
}
