import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { audit } from '../../src/audits/audit.js';
import { generate } from '../../src/generator/generate.js';
import { placeName } from '../../src/generator/names.js';
import { random } from '../../src/generator/random.js';
import { readScale } from '../../src/generator/scale.js';
import { printCatalogue } from '../../src/store/catalogue.js';
import { described } from '../../src/store/describe.js';
import { openStore, type Store } from '../../src/store/store.js';
import { fillWorld } from '../audits/world.js';
import { testDatabase } from '../support/database.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let shape: string;

beforeAll(async () => {
  database = await testDatabase();
  shape = await printCatalogue(database.url);
  await generate({ url: database.url, scale: readScale('seed') });
  store = openStore(database.url);
}, 120_000);

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

async function rowsOf<T>(query: string): Promise<T[]> {
  return (await sql.raw<T>(query).execute(store.db)).rows;
}

/** One hash over every row of the published tables, whatever their order in the database. */
async function content(): Promise<string> {
  const tables = [...described.values()].filter((table) => table.published);
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const hash = `SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM "${name}" t`;
      return `${name} ${(await rowsOf<{ hash: string | null }>(hash))[0]?.hash}`;
    }),
  );
  return hashes.join('\n');
}

describe('a generated record', () => {
  test('has exactly as many records as its scale says', async () => {
    const scale = readScale('seed');
    const counts = await rowsOf<Record<string, number>>(
      `SELECT ${['council', 'ward', 'councillor', 'motion', 'clause', 'citation']
        .map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}s`)
        .join(', ')}`,
    );
    expect(counts).toEqual([scale]);
  });

  test('keeps every rule but that each reading has been looked at', async () => {
    const { findings } = await audit({ url: database.url });
    expect(findings.map(({ code }) => code)).toEqual(['A209', 'A304']);
  }, 60_000);

  test('leaves every key, index and trigger of the database as it was', async () => {
    expect(await printCatalogue(database.url)).toBe(shape);
  });

  test('is in the revision log like every other record', async () => {
    const logged = await rowsOf<{ count: number }>(
      "SELECT count(*)::int FROM revision WHERE entity = 'clause' AND operation = 'insert' AND by = 'generator'",
    );
    expect(logged).toEqual([{ count: 1200 }]);
  });

  test('holds sentences that several councils share, and full text finds them', async () => {
    const [shared] = await rowsOf<{ count: number }>(
      `SELECT count(*)::int FROM (SELECT c.text FROM clause c JOIN motion m ON m.id = c.motion_id
         WHERE c.kind <> 'lead_in' AND c.text IS NOT NULL GROUP BY c.text HAVING count(DISTINCT m.council_id) > 1) s`,
    );
    expect(shared?.count).toBeGreaterThan(5);
    const [hits] = await rowsOf<{ count: number }>(
      "SELECT count(*)::int FROM clause WHERE search @@ plainto_tsquery('english', 'recommendations of the review')",
    );
    expect(hits?.count).toBeGreaterThan(0);
  });

  test('is the same each time, and takes the place of what was generated before', async () => {
    const before = await content();
    await generate({ url: database.url, scale: readScale('seed') });
    expect(await content()).toBe(before);
  }, 60_000);
});

test('a database that holds anything else is refused, unless it may be thrown away', async () => {
  const other = await testDatabase();
  try {
    await fillWorld(other.url);
    const scale = readScale('1');
    await expect(generate({ url: other.url, scale })).rejects.toThrow('records written by test');
    await generate({ url: other.url, scale, replace: true });
    await expect(generate({ url: other.url, scale })).resolves.toBeDefined();
  } finally {
    await other.drop();
  }
}, 120_000);

describe('a scale', () => {
  test('is the whole United Kingdom, or so many times the seeds', () => {
    expect(readScale('uk')).toEqual({
      ...{ councils: 380, wards: 8_700, councillors: 19_000 },
      ...{ motions: 200_000, clauses: 2_400_000, citations: 600_000 },
    });
    expect(readScale('100').clauses).toBe(120_000);
  });

  test.each(['0', '2001', '1.5', 'UK', ''])('is not %j', (text) => {
    expect(() => readScale(text)).toThrow(`got ${text}`);
  });
});

test('the names of councils all differ', () => {
  expect(new Set(Array.from({ length: 800 }, (_, n) => placeName(n))).size).toBe(800);
});

test('chance comes out the same for the same name', () => {
  const draw = () => Array.from({ length: 3 }, random('a', 1).next);
  expect(draw()).toEqual(draw());
  expect(random('a', 1).next()).not.toBe(random('a', 2).next());
});
