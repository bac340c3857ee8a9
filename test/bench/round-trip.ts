// Whether records survive the interchange formats: `npm run bench -- round-trip [runs] [seed]` makes records up,
// takes each out as Popolo and as Open Civic Data, into an empty store and out again, and compares the bytes.
// A record that does not come back is shrunk and printed. The same seed makes the same records.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { randomRecord } from '../importers/registers/random-record.ts';
import { type Places, roundTrip, type Tools } from '../importers/registers/round-trip.ts';

const built = <T>(path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href) as Promise<T>;

/** Makes so many records for each format and prints what came of them. */
export async function run([runs = '100', seed = '1']: string[]): Promise<void> {
  const { openEmbedded } = await built<typeof import('../../src/store/embedded.js')>('store/embedded.js');
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-round-trip-'));
  const database = await openEmbedded({ dataDir: join(folder, 'data'), log: () => {} });
  try {
    const [from, to] = [await made(database.url, 'one'), await made(database.url, 'two')];
    for (const format of ['popolo', 'ocd'] as const)
      await tell(await tools(), { from, to, folder }, format, { numRuns: Number(runs), seed: Number(seed) });
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tell(
  tools: Tools,
  places: Places,
  format: 'popolo' | 'ocd',
  parameters: { numRuns: number; seed: number },
): Promise<void> {
  const seen = { records: 0, bytes: 0 };
  const property = fc.asyncProperty(randomRecord, async (record) => {
    const { rejected, out, again } = await roundTrip(tools, places, record, format);
    seen.records += 1;
    seen.bytes += out.length;
    return rejected.length === 0 && again === out;
  });
  const { failed, counterexample, error } = await fc
    .check(property, parameters)
    .then(({ errorInstance, ...details }) => ({ ...details, error: errorInstance }));
  const what = `${seen.records} records, ${Math.round(seen.bytes / 1000)} kB of ${format}`;
  console.log(`${what}: ${failed ? 'one did not come back' : 'every one came back byte for byte'}`);
  if (!failed) return;
  console.log(JSON.stringify(counterexample), error instanceof Error ? error.message : '');
  process.exitCode = 1;
}

async function made(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  const address = new URL(url);
  address.pathname = `/${name}`;
  const { migrate } = await built<typeof import('../../src/store/migrate.js')>('store/migrate.js');
  await migrate(address.href);
  return address.href;
}

async function tools(): Promise<Tools> {
  return {
    ...(await built<typeof import('../../src/exporters/interchange-formats.js')>(
      'exporters/interchange-formats.js',
    )),
    ...(await built<typeof import('../../src/importers/import-files.js')>('importers/import-files.js')),
    ...(await built<typeof import('../../src/store/store.js')>('store/store.js')),
    ...(await built<typeof import('../../src/store/write.js')>('store/write.js')),
  };
}
