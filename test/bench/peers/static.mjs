import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** Answers by the bytes of their request, made beforehand. */
const answers = new Map(
  Object.entries(JSON.parse(readFileSync(process.env.ANSWERS, 'utf8'))).map(([request, body]) => [
    request,
    Buffer.from(body),
  ]),
);

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = answers.get(Buffer.concat(chunks).toString());
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json', 'content-length': body?.length ?? 0 });
    response.end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
