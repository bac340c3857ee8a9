// `npm run bench -- pages [--scale 20] [--rounds 7] [--only words]`: every kind of page at its heaviest record:
// how many bytes it takes with its styles and scripts, how long a reader waits for the first of them when nothing
// is kept, and when the answer is kept or the reader has it already, beside a file that the same process serves.
// DATABASE_URL names a record to measure on; else one is generated.
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { benchDatabase } from './graph/database.ts';
import { type Server, startServer } from './graph/servers.ts';
import { type Address, addresses } from './pages/addresses.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const limits = { bytes: 100_000, uncached: 150, kept: 2 };

interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly encoding: string | undefined;
  /** Milliseconds until the first byte of the body, or the end of an answer without one. */
  readonly waited: number;
  readonly body: Buffer;
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path, agent, headers: { 'accept-encoding': 'br', accept: 'text/html', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        let waited = 0;
        response.on('data', (chunk: Buffer) => {
          if (chunks.length === 0) waited = performance.now() - began;
          chunks.push(chunk);
        });
        response.on('end', () => {
          const etag = String(response.headers.etag ?? '');
          const encoding = response.headers['content-encoding'];
          const status = response.statusCode ?? 0;
          resolve({
            status,
            etag,
            encoding,
            waited: waited || performance.now() - began,
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    asked.on('error', reject).end();
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

// Rounds end early where one takes so long that its median needs no more of them.
const enoughMs = 5_000;

async function waits(port: number, path: string, rounds: number, headers = {}): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + enoughMs;
  while (times.length < rounds && (times.length === 0 || performance.now() < until)) {
    times.push((await get(port, path, headers)).waited);
  }
  return median(times);
}

/** Bytes of a page as they travel, with the style sheet and scripts it names. */
async function weight(port: number, page: Answer): Promise<number> {
  const { brotliDecompressSync } = await import('node:zlib');
  const html = (page.encoding === 'br' ? brotliDecompressSync(page.body) : page.body).toString();
  const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, path]) => path);
  let bytes = page.body.length;
  for (const path of named) bytes += (await get(port, String(path))).body.length;
  return bytes;
}

interface Measured {
  readonly kind: string;
  readonly status: number;
  readonly bytes: number;
  readonly uncached: number;
  readonly kept: number;
  readonly held: number;
  /** A file of the same process, asked for in turn with both. */
  readonly file: number;
}

async function measure(
  bare: Server,
  keeping: Server,
  { kind, path }: Address,
  file: string,
  rounds: number,
): Promise<Measured> {
  const first = await get(bare.port, path);
  const bytes =
    first.status === 200 && !/\.(atom|xml)$/.test(path) ? await weight(bare.port, first) : first.body.length;
  const uncached = await waits(bare.port, path, rounds);
  return {
    kind,
    status: first.status,
    bytes,
    uncached,
    ...(await besideFile(keeping.port, path, file, rounds * 10)),
  };
}

// In turn, so that whatever else the machine does, and however warm the process is, bears on all three alike.
async function besideFile(port: number, path: string, file: string, rounds: number) {
  const { etag } = await get(port, path);
  const times: Record<'kept' | 'held' | 'file', number[]> = { kept: [], held: [], file: [] };
  const until = performance.now() + enoughMs;
  while (times.file.length < rounds && performance.now() < until) {
    times.kept.push((await get(port, path)).waited);
    times.held.push((await get(port, path, { 'if-none-match': etag })).waited);
    times.file.push((await get(port, file)).waited);
  }
  return { kept: median(times.kept), held: median(times.held), file: median(times.file) };
}

const heads = [
  'page',
  'status',
  'KB compressed',
  'uncached, ms',
  'file, ms',
  'kept, ms',
  '× file',
  '304, ms',
  '× file',
  '',
];

function row({ kind, status, bytes, uncached, kept, held, file }: Measured): string {
  const over = [
    bytes > limits.bytes ? 'heavy' : '',
    uncached > limits.uncached ? 'slow' : '',
    kept > limits.kept * file || held > limits.kept * file ? 'kept is slow' : '',
  ].filter(Boolean);
  const times = [kept, held].flatMap((ms) => [ms.toFixed(2), (ms / file).toFixed(1)]);
  const size = (bytes / 1000).toFixed(1);
  const cells = [kind, status, size, uncached.toFixed(1), file.toFixed(2), ...times, over.join(', ')];
  return `| ${cells.join(' | ')} |`;
}

async function filePath(port: number): Promise<string> {
  const textOf = async (path: string) =>
    (await get(port, path, { 'accept-encoding': 'identity' })).body.toString();
  const [style = ''] = /\/assets\/style-[0-9a-f]+\.css/.exec(await textOf('/glossary')) ?? [];
  // Letters are compressed already, so that they are sent as they are.
  const [letters = ''] = /\/assets\/[^"]+\.woff2/.exec(await textOf(style)) ?? [];
  return letters;
}

/** Measures every page and prints a table; what is over a limit is said in its last column. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', default: '' },
    },
  });
  const database = await benchDatabase(values.scale);
  const client = new pg.Client(database.url);
  await client.connect();
  const asked = (await addresses(client)).filter(({ kind }) => kind.startsWith(values.only));
  await client.end();
  const serve = (megabytes: string) =>
    startServer({
      name: 'this server',
      command: [process.execPath, 'dist/cli.js', 'serve'],
      env: { DATABASE_URL: database.url, PUBLISH_AT: 'off', RESPONSE_CACHE_MB: megabytes },
      ready: /is ready/,
    });
  const bare = await serve('0');
  const keeping = await serve('64');
  try {
    const rounds = Number(values.rounds);
    const file = await filePath(keeping.port);
    console.log(`| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}`);
    for (const address of asked) console.log(row(await measure(bare, keeping, address, file, rounds)));
  } finally {
    agent.destroy();
    await bare.end();
    await keeping.end();
    await database.close();
  }
}
