import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';

const url = new URLSearchParams(location.search).get('offprint') as string;

/** The names of the operations that were sent. */
export const sent: string[] = [];

const send: FetchFunction = async ({ name, text }, variables) => {
  sent.push(name);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
};

export const environment = new Environment({ network: Network.create(send), store: new Store(new RecordSource()) });
