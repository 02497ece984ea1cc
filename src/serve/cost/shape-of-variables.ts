/** Longest shape worth remembering, in characters. */
const LONGEST = 500;

/** Values of enums look so; other texts do not matter to a cost. */
const ENUM_VALUE = /^[A-Z][A-Z_]{0,23}$/;

/**
 * What the cost of an operation can depend on in its variables: everything but texts.
 *
 * @returns null where it is too long to be remembered
 */
export function shapeOfVariables(variables: Record<string, unknown>): string | null {
  let length = 0;
  const shape = JSON.stringify(variables, (_, value: unknown) => {
    length += 1;
    // Whatever comes then is not looked at.
    if (length > LONGEST) return undefined;
    return typeof value === 'string' && !ENUM_VALUE.test(value) ? '' : value;
  });
  return length > LONGEST || shape.length > LONGEST ? null : shape;
}
