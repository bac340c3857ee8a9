// `npm run bench -- load [--seconds 600] [--scale 20] [--hostile 0.01]`: finds how many requests a second a server
// with its usual settings answers, then sends twice as many at times of their own, one in a hundred hostile, and
// tells what became of the server, of the requests and of its memory. The exit code says whether it held.
import { parseArgs } from 'node:util';
import { attacks, send } from '../support/attacks.ts';
import { benchDatabase, prepare } from './graph/database.ts';
import { load } from './graph/load.ts';
import { startServer } from './graph/servers.ts';
import { Arrivals } from './load/arrivals.ts';
import { honestRequests } from './load/honest.ts';
import { memoryOver, quantile, statusCounts } from './load/tally.ts';

const connections = 64;
// Twice the capacity is more than one socket each can hold; beyond these a request waits in the client, timed.
const sockets = 600;

/** Measures and prints. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '600' },
      scale: { type: 'string', default: '20' },
      hostile: { type: 'string', default: '0.01' },
      rate: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const database = await benchDatabase(values.scale);
  const asked = await prepare(database.url);
  const server = await startServer({
    name: 'this server',
    command: [process.execPath, 'dist/cli.js', 'serve'],
    // Honest readers come through a proxy, each from an address of its own; the hostile come directly, from one.
    env: { DATABASE_URL: database.url, PUBLISH_AT: 'off', TRUST_PROXY: '1' },
    ready: /is ready/,
  });
  const isAlive = () => {
    try {
      return process.kill(server.pid, 0);
    } catch {
      return false;
    }
  };
  try {
    const honest = honestRequests(server.port, asked);
    const some = Array.from({ length: 5_000 }, () => honest());
    await load(server.port, some, connections, 3_000);
    const found = await load(
      server.port,
      Array.from({ length: 20_000 }, () => honest()),
      connections,
      8_000,
    );
    const capacity = Number(values.rate ?? found.perSecond);
    console.log(
      `Capacity ${found.perSecond.toFixed(0)} a second over ${connections} connections, p99 ${found.p99.toFixed(0)} ms, ${found.failed} not 200.`,
    );
    const rate = 2 * capacity;
    const memory = memoryOver(server, 500);
    const arrivals = new Arrivals(server.port, sockets, rate, honest);
    const wrong = new Map<string, number>();
    let hostile = 0;
    const refusedAs = new Map<number, number>();
    const attackers = setInterval(
      () => {
        const attack = attacks[hostile++ % attacks.length];
        if (!attack) return;
        send(server.port, attack.bytes).then(
          ({ status, code }) => {
            refusedAs.set(status, (refusedAs.get(status) ?? 0) + 1);
            const isBusy = status === 429 || (status === 503 && code === 'UNAVAILABLE');
            if (isBusy || (status === attack.status && code === attack.code)) return;
            const what = `${attack.name}: ${status} ${code}`;
            wrong.set(what, (wrong.get(what) ?? 0) + 1);
          },
          (error: Error) => {
            const what = `${attack.name}: ${error.message}`;
            wrong.set(what, (wrong.get(what) ?? 0) + 1);
          },
        );
      },
      1000 / (rate * Number(values.hostile)),
    );
    const outcomes = await arrivals.during(seconds * 1000);
    clearInterval(attackers);
    const rss = memory.end();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const alive = isAlive();
    const metrics = alive ? await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text() : '';
    const ok = outcomes.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds);
    const turnedAway = outcomes.filter(({ status, comesAgain }) => status === 503 && comesAgain);
    const faults = outcomes.filter(
      ({ status, comesAgain }) => status === null || (status >= 500 && !(status === 503 && comesAgain)),
    );
    console.log(
      [
        `${seconds} s at ${rate.toFixed(0)} a second (sent ${(outcomes.length / seconds).toFixed(0)}), ${hostile} hostile.`,
        `Crashes: ${alive ? 0 : 1}.`,
        `Honest: ${statusCounts(outcomes)}; 200 at ${(ok.length / seconds).toFixed(0)} a second.`,
        `Hostile: ${[...refusedAs]
          .sort()
          .map(([status, count]) => `${status} × ${count}`)
          .join(', ')}.`,
        `Honest 200: p50 ${quantile(ok, 0.5).toFixed(0)} ms, p99 ${quantile(ok, 0.99).toFixed(0)} ms, most ${quantile(ok, 1).toFixed(0)} ms.`,
        `Honest 503 told after: p50 ${quantile(
          turnedAway.map(({ milliseconds }) => milliseconds),
          0.5,
        ).toFixed(0)} ms, p99 ${quantile(
          turnedAway.map(({ milliseconds }) => milliseconds),
          0.99,
        ).toFixed(0)} ms.`,
        `Memory (median): second quarter ${rss.second.toFixed(0)} MB, last quarter ${rss.last.toFixed(0)} MB, most ${rss.most.toFixed(0)} MB.`,
        ...(metrics.match(
          /^(kept_answers_total|statement_duration_seconds_count|graph_operations_total).*$/gm,
        ) ?? []),
        ...[...wrong].map(([what, count]) => `WRONG: ${what} × ${count}`),
        faults.length ? `FAULTS: ${statusCounts(faults)}` : 'No answer but what was meant.',
      ].join('\n'),
    );
    if (!alive || faults.length || wrong.size) process.exitCode = 1;
  } finally {
    await server.end();
    await database.close();
  }
}
