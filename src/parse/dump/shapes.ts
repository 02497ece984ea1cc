import { shown } from '../records/json/members';

/** What a value of JSON is not, and where. */
export class Misfit extends Error {
  /** Of the value and of the way to it: `a text in record.title.value`. */
  readonly expected: string;
  readonly got: string;

  /** @param at the way to the value; empty for the whole */
  constructor(at: string, expected: string, got: unknown) {
    super();
    this.expected = `${expected}${at === '' ? '' : ` in ${at}`}`;
    this.got = typeof got === 'number' ? String(got) : shown(got);
  }
}

/** Looks whether a value is what it should be, and throws a Misfit that says where it is not. */
export type Shape = (value: unknown, at: string) => void;

/** A text, of some form or any. */
export function text(expected = 'a text', form?: RegExp): Shape {
  return (value, at) => {
    if (typeof value !== 'string' || (form && !form.test(value))) throw new Misfit(at, expected, value);
  };
}

/** A whole number from a least one on. */
export function count(least: number): Shape {
  return (value, at) => {
    if (!Number.isSafeInteger(value) || (value as number) < least) {
      throw new Misfit(at, `a whole number from ${least} on`, value);
    }
  };
}

export const flag: Shape = (value, at) => {
  if (typeof value !== 'boolean') throw new Misfit(at, 'true or false', value);
};

/** One of some texts, or true. */
export function oneOf(values: readonly (string | true)[]): Shape {
  const expected = values.map((value) => (value === true ? 'true' : value)).join(', ');
  return (value, at) => {
    if (!(values as readonly unknown[]).includes(value)) throw new Misfit(at, `one of ${expected}`, value);
  };
}

/** Null, or what else it may be. */
export function orNull(shape: Shape): Shape {
  return (value, at) => {
    if (value !== null) shape(value, at);
  };
}

export function listOf(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Misfit(at, 'a list', value);
    value.forEach((element, index) => {
      shape(element, `${at}[${index}]`);
    });
  };
}

/** An object with all of these members; it may have others. */
export function objectOf(members: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Misfit(at, 'an object', value);
    }
    for (const [name, shape] of Object.entries(members)) {
      const member = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      shape(member, at === '' ? name : `${at}.${name}`);
    }
  };
}
