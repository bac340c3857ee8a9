// `npm run bench -- read-model [--scale 100]`: whether a read model would earn its keep. The floor that
// assembles flat rows answers Q2 and Q3 from the tables as they are, by joins, and from a table that holds
// each motion with its council, its mover and the mover's ward; then what that table takes.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { benchDatabase } from './graph/database.ts';
import { ask, type Load, load, requestOf, warmUp } from './graph/load.ts';
import { between, spent } from './graph/processor.ts';
import { type Server, startServer } from './graph/servers.ts';

const columns = `SELECT m.id, m.title, m.date, m.current_outcome, m.amends_id, m.council_id, c.name AS council,
    p.name AS mover, p.councillor_id, w.id AS ward_id, w.name AS ward
  FROM motion m JOIN council c ON c.id = m.council_id
  LEFT JOIN LATERAL (SELECT p.name, p.councillor_id, p.ward_id FROM motion_person p
    WHERE p.motion_id = m.id AND p.role = 'mover' ORDER BY p.seq LIMIT 1) p ON true
  LEFT JOIN ward w ON w.id = p.ward_id`;
const make = `DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench;
  CREATE TABLE bench.motion_read AS ${columns};
  ALTER TABLE bench.motion_read ADD PRIMARY KEY (id);
  CREATE INDEX ON bench.motion_read (date DESC NULLS LAST, id);
  CREATE INDEX ON bench.motion_read (council_id, date DESC NULLS LAST, id);
  ANALYZE bench.motion_read;`;
const remake = `DELETE FROM bench.motion_read WHERE council_id = $1`;
const refill = `INSERT INTO bench.motion_read ${columns} WHERE m.council_id = $1`;

const ways = ['rows', 'model'] as const;
const connections = 16;

const floor = (url: string, way: string) =>
  startServer({
    name: way,
    command: [process.execPath, new URL('./graph/floor.ts', import.meta.url).pathname],
    env: { DATABASE_URL: url, FLOOR: way },
    ready: /ready/,
  });

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface Measured extends Load {
  readonly database: number;
}

async function measured(server: Server, url: string, path: string): Promise<Measured> {
  const requests = [requestOf(server.port, path, { variables: {} })];
  const name = new URL(url).pathname.slice(1);
  const before = await spent(server.pid, name);
  const found = await load(server.port, requests, connections, 2_000);
  const { database } = between(before, await spent(server.pid, name));
  return { ...found, database: database / found.requests };
}

async function compare(url: string, servers: readonly Server[], path: string): Promise<string> {
  const answers = await Promise.all(servers.map(({ port }) => ask(port, path, { variables: {} })));
  if (new Set(answers.map((each) => JSON.stringify(each))).size > 1)
    throw new Error(`${path} is not answered alike`);
  const found: Measured[][] = servers.map(() => []);
  for (const { port } of servers)
    await warmUp(port, [requestOf(port, path, { variables: {} })], connections, 2_000);
  for (let round = 0; round < 3; round += 1) {
    for (const [index, server] of servers.entries()) found[index]?.push(await measured(server, url, path));
  }
  const rates = found.map((each) => median(each.map(({ perSecond }) => perSecond)).toFixed(0));
  const times = found.map((each) => median(each.map(({ database }) => database)).toFixed(2));
  return `| ${[path.slice(1), ...rates, ...times].join(' | ')} |`;
}

async function keeping(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ council: string; motions: string; size: string; base: string }>(
    `SELECT min(council_id) AS council, (SELECT count(*) FROM motion WHERE council_id = min(r.council_id)) AS motions,
      pg_size_pretty(pg_total_relation_size('bench.motion_read')) AS size,
      pg_size_pretty(pg_total_relation_size('motion')) AS base FROM bench.motion_read r`,
  );
  const [row] = rows;
  const began = performance.now();
  await client.query('BEGIN');
  await client.query(remake, [row?.council]);
  await client.query(refill, [row?.council]);
  await client.query('COMMIT');
  const took = (performance.now() - began).toFixed(0);
  console.log(`\nThe read model takes ${row?.size} beside ${row?.base} of motions.`);
  console.log(`A council under a new name: ${row?.motions} motions written again, ${took} ms.`);
}

/** Measures both ways in turn, then what the read model takes. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '100' } } });
  const database = await benchDatabase(values.scale);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const servers: Server[] = [];
  try {
    await client.query(make);
    for (const way of ways) servers.push(await floor(database.url, way));
    console.log('| | joins, per second | read model | database ms, joins | read model |');
    console.log('| --- | --- | --- | --- | --- |');
    for (const path of ['/Q2', '/Q3']) console.log(await compare(database.url, servers, path));
    await keeping(client);
  } finally {
    await Promise.all(servers.map((server) => server.end()));
    await client.query('DROP SCHEMA IF EXISTS bench CASCADE');
    await client.end();
    await database.close();
  }
}
