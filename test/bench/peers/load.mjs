import autocannon from 'autocannon';

/**
 * The load, in a process of its own: for each message `{ url, bodies, connections, seconds, probe }` asks for that long
 * and sends back how it went. With `probe`, a body, another connection asks for that one again and again meanwhile, one
 * at a time, to see how long others wait.
 */
process.on('message', async ({ url, bodies, connections, seconds, probe }) => {
  const load = ask(url, bodies, connections, seconds);
  const [asked, probed] = await Promise.all([load, probe && ask(url, [probe], 1, seconds, PROBES_A_SECOND)]);
  process.send({ ...asked, probe: probed });
});

const PROBES_A_SECOND = 100;
const SAMPLE_EVERY = 100;

async function ask(url, bodies, connections, seconds, overallRate) {
  const times = [];
  let bytes = 0;
  const started = performance.now();
  const load = autocannon({
    url,
    connections,
    duration: seconds,
    sampleInt: SAMPLE_EVERY,
    timeout: 60,
    ...(overallRate && { overallRate }),
    requests: bodies.map((body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })),
  });
  load.on('response', (_client, _status, size, time) => {
    times.push(time);
    bytes += size;
  });
  const { errors, timeouts, non2xx } = await load;
  const elapsed = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    answers: times.length,
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    worst: times.at(-1) ?? Number.NaN,
    bytesEach: Math.round(bytes / times.length),
    failed: errors + timeouts + non2xx,
  };
}
