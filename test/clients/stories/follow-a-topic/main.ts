// Papers on a topic as they come, whatever happens to the connection: main.ts URL TOPIC HOW-MANY, then import digests.
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ask } from '../ask';

type Event = { paperAdded: { cursor: string; paper: { slug: string; title: string } } };

const [url = 'http://localhost:4000/graphql', topic = 'deep-learning-theory', wanted = '1'] = process.argv.slice(2);
const query = `subscription ($topic: String!, $after: String) {
  paperAdded(filter: { topics: { any: [$topic] } }, after: $after) { cursor paper { id slug title } }
}`;
const MINE = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'];

// Browsers, and Node.js from 22 on, have a WebSocket of their own.
const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
const end = '{ changes(last: 1) { pageInfo { endCursor } } }';
let after = (await ask<{ changes: { pageInfo: { endCursor: string } } }>(url, end)).changes.pageInfo.endCursor;
const seen: string[] = [];
console.log(`following ${topic}`);

while (seen.length < Number(wanted)) {
  try {
    for await (const { data, errors } of client.iterate<Event>({ query, variables: { topic, after } })) {
      if (!data) throw errors;
      after = data.paperAdded.cursor;
      seen.push(data.paperAdded.paper.slug);
      console.log(data.paperAdded.paper.title);
      if (seen.length === Number(wanted)) break;
    }
  } catch (problem) {
    // A list is what the server says; anything else is the connection. Only what we asked wrongly cannot be asked again.
    const problems = [problem].flat() as { message: string; extensions?: { code: string } }[];
    const refusal = problems.find(({ extensions }) => extensions && MINE.includes(extensions.code));
    if (refusal) throw new Error(refusal.message);
    console.log('away');
    await setTimeout(500);
  }
}
assert.equal(new Set(seen).size, seen.length, 'nothing comes twice');
await client.dispose();
