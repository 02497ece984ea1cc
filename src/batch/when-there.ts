/** What is made of a value, at once where it is there already. */
export function whenThere<Value, Made>(
  value: Value | Promise<Value>,
  make: (value: Value) => Made,
): Made | Promise<Made> {
  return value instanceof Promise ? value.then(make) : make(value);
}
