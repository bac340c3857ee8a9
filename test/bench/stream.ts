// `npm run bench -- stream [--scale 100] [--seconds 60]`: the list of clauses streamed as CSV and as NDJSON, each for
// so long or to its end, with the memory of the server meanwhile, beside PostgreSQL's own COPY of the same columns.
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { benchDatabase } from './graph/database.ts';
import { type Server, startServer, starts } from './graph/servers.ts';

const query = '{ clauses(first: 100) { nodes { id address kind summary motion { id } source { id } } } }';
const copy = `COPY (SELECT id, address, upper(kind), summary, motion_id, source_id FROM clause
  ORDER BY motion_id, seq, id) TO STDOUT WITH (FORMAT csv)`;

interface Counted {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
}

const lineFeed = 0x0a;

// Summaries hold no line feed, so that lines are rows.
async function count(chunks: AsyncIterable<Buffer>, mostSeconds: number): Promise<Counted> {
  const began = performance.now();
  let [rows, bytes] = [0, 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) rows += 1;
    if (performance.now() - began > mostSeconds * 1000) break;
  }
  return { rows, bytes, seconds: (performance.now() - began) / 1000 };
}

function ask(port: number, accept: string): Promise<AsyncIterable<Buffer>> {
  const headers = { 'content-type': 'application/json', accept };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`${accept} was answered ${answer.statusCode}`));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
}

interface Memory {
  readonly atFirst: number;
  readonly most: number;
}

/** Looks at a server's memory while work goes on: after the first two seconds, and at most. */
async function watched<T>(server: Server, work: () => Promise<T>): Promise<[T, Memory]> {
  const seen: number[] = [];
  const timer = setInterval(async () => seen.push((await server.memory()).now), 500);
  const found = await work().finally(() => clearInterval(timer));
  return [found, { atFirst: seen[3] ?? Number.NaN, most: Math.max(...seen) }];
}

function line(name: string, { rows, bytes, seconds }: Counted, memory?: Memory): string {
  const cells = [
    name,
    String(rows),
    (bytes / 1e6).toFixed(0),
    seconds.toFixed(1),
    (rows / seconds).toFixed(0),
    memory ? `${memory.atFirst.toFixed(0)}, ${memory.most.toFixed(0)}` : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

async function copied(url: string, mostSeconds: number): Promise<Counted> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await count(client.query(copyTo(copy)), mostSeconds);
  } finally {
    // A COPY that was broken off has no orderly end.
    void client.end().catch(() => {});
  }
}

/** Streams in both formats, then copies, and prints a table. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { scale: { type: 'string', default: '100' }, seconds: { type: 'string', default: '60' } },
  });
  const seconds = Number(values.seconds);
  const database = await benchDatabase(values.scale);
  const [start] = starts(database.url) as [ReturnType<typeof starts>[number]];
  const server = await startServer(start);
  try {
    console.log('| | rows | MB | seconds | rows per second | server after 2 s and at most, MB |');
    console.log('| --- | --- | --- | --- | --- | --- |');
    for (const accept of ['text/csv', 'application/x-ndjson']) {
      const [found, memory] = await watched(server, async () =>
        count(await ask(server.port, accept), seconds),
      );
      console.log(line(accept, found, memory));
    }
    console.log(line('COPY', await copied(database.url, seconds)));
  } finally {
    await server.end();
    await database.close();
  }
}
