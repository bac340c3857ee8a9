// `npm run bench -- attacks [--rounds 30]`: every known attack asked of a real server on a generated database, in
// turn: how long its refusal takes, how many statements it runs, and what the memory of the server does.
import { parseArgs } from 'node:util';
import { attacks, send } from '../support/attacks.ts';
import { benchDatabase } from './graph/database.ts';
import { startServer } from './graph/servers.ts';
import { relayTo } from './graph/statements.ts';

const limitMs = 150;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Measures and prints; the exit code says whether every refusal was as it should be. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '30' }, scale: { type: 'string', default: '1' } },
  });
  const rounds = Number(values.rounds);
  const database = await benchDatabase(values.scale);
  const relay = await relayTo(database.url);
  const server = await startServer({
    name: 'this server',
    command: [process.execPath, 'dist/cli.js', 'serve'],
    env: { DATABASE_URL: relay.url, COST_PER_MINUTE: '0', RESPONSE_CACHE_MB: '0', PUBLISH_AT: 'off' },
    ready: /is ready/,
  });
  try {
    const rows: { name: string; median: number; most: number; statements: number; told: string }[] = [];
    const memory: number[] = [];
    for (const attack of attacks) await send(server.port, attack.bytes);
    for (const { name, bytes, status, code } of attacks) {
      relay.count();
      const times: number[] = [];
      const wrong = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        const answer = await send(server.port, bytes);
        times.push(answer.milliseconds);
        if (answer.status !== status || answer.code !== code) wrong.add(`${answer.status} ${answer.code}`);
      }
      memory.push((await server.memory()).now);
      const told = wrong.size
        ? `WRONG: ${[...wrong].join(', ')}, expected ${status} ${code}`
        : `${status} ${code}`;
      rows.push({ name, median: median(times), most: Math.max(...times), statements: relay.count(), told });
    }
    console.log('| attack | answer | median, ms | most, ms | statements |\n| --- | --- | --- | --- | --- |');
    for (const { name, told, median: middle, most, statements } of rows)
      console.log(`| ${name} | ${told} | ${middle.toFixed(1)} | ${most.toFixed(1)} | ${statements} |`);
    const slow = rows.filter(({ median: middle }) => middle > limitMs).length;
    const wrong = rows.filter(({ told, statements }) => told.startsWith('WRONG') || statements > 0).length;
    const first = memory[Math.floor(memory.length / 4)] ?? Number.NaN;
    console.log(
      `\n${rows.length} attacks, ${rounds} times each: ${wrong} answered wrongly, ${slow} over ${limitMs} ms (median).`,
    );
    console.log(
      `Memory after a quarter of them ${first.toFixed(0)} MB, at the end ${memory.at(-1)?.toFixed(0)} MB.`,
    );
    if (wrong) process.exitCode = 1;
  } finally {
    await server.end();
    relay.close();
    await database.close();
  }
}
