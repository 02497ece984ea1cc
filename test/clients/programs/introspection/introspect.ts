/** Sends an introspection query to the server whose address the program was given. */
export async function introspect(query: string) {
  const response = await fetch(process.argv[2] as string, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}
