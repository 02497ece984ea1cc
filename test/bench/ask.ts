/** Asks a GraphQL server and gives the `data` of its answer. */
export async function ask(url: string, body: string): Promise<Json> {
  const text = await askText(url, body);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`${body.slice(0, 200)}: expected data, got ${JSON.stringify(errors).slice(0, 500)}`);
  return data;
}

/** Asks a server and gives the text of its answer. */
export async function askText(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
}

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What stands in an answer behind these names and places. */
export function at(value: Json, ...path: (string | number)[]): Json {
  return path.reduce<Json>((inner, step) => {
    if (inner === null || typeof inner !== 'object')
      throw new Error(`Answer: expected ${path.join('.')}, got ${inner}`);
    return (inner as Record<string | number, Json>)[step] ?? null;
  }, value);
}
