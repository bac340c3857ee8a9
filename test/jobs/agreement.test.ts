// The files and the graph, compared before anything is published: they agree, and every way in which they could
// not is found.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Manifest } from '../../src/exporters/manifest.js';
import { createGraph } from '../../src/graph/graph.js';
import { agree, refuseUnknown } from '../../src/jobs/agreement/agreement.js';
import type { AskedGraph } from '../../src/jobs/agreement/graph.js';
import { publish } from '../../src/jobs/publish.js';
import { openStore } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;
let exportsDir: string;
let folder: string;
let asked: string[];

async function graph(snapshot?: string): Promise<AskedGraph> {
  const store = openStore(database.url, { max: 2, ...(snapshot ? { snapshot } : {}) });
  const made = await createGraph({ store });
  return {
    ask(query, variables = {}) {
      asked.push(query);
      return made.ask({ query, variables });
    },
    async close() {
      await made.close();
      await store.close();
    },
  };
}

beforeAll(async () => {
  database = await seededDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // What the seeds lack: a merged record, a former identifier, and text that CSV has to quote.
  await client.query("INSERT INTO redirect (old_id, new_id) VALUES ('theme/wrongs', 'theme/misconduct')");
  await client.query(
    `INSERT INTO councillor_identifier (councillor_id, scheme, value)
     SELECT id, 'a register, "quoted"', E'7\\n8' FROM councillor ORDER BY id LIMIT 1`,
  );
  await client.query(
    `INSERT INTO text_match
     SELECT a, b, 50, 5, 0, 20, 3, 23, NULL FROM (SELECT min(id COLLATE "C"), max(id COLLATE "C") FROM clause) AS two (x, y),
       LATERAL (VALUES (x, y), (y, x)) AS pair (a, b) ON CONFLICT DO NOTHING`,
  );
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-agreement-'));
  asked = [];
  ({ folder } = await publish({ url: database.url, exportsDir, graphAt: graph }));
}, 180_000);

afterAll(async () => {
  await client?.end();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

/** Compares the published tables, after a change to one of them, with the graph as it is now. */
async function compared(
  table?: string,
  change?: (text: string) => string,
  sizes?: { whole: number; sample: number },
) {
  const root = await mkdtemp(join(exportsDir, 'changed-'));
  await cp(join(folder, 'csv'), join(root, 'csv'), { recursive: true });
  const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  if (table && change) {
    const path = join(root, 'csv', `${table}.csv`);
    const text = await readFile(path, 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(path, change(text));
  }
  const now = await graph();
  const rows = (name: string) => files.find(({ path }) => path === `csv/${name}.csv`)?.rows ?? 0;
  const tables = { root, rows, seed: 7, ...(sizes ? { sizes } : {}) };
  asked = [];
  return agree({ graph: now, tables, detail: () => {} }).finally(async () => {
    await now.close();
    await rm(root, { recursive: true });
  });
}

describe('the files and the graph', () => {
  test('agree on every row of every table, asked for page by page', async () => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM motion) + (SELECT count(*) FROM clause) + (SELECT count(*) FROM ward) AS count`,
    );
    expect(await compared()).toBeGreaterThan(Number(rows[0]?.count));
    expect(asked.length).toBeGreaterThan(50);
  }, 180_000);

  test.each([
    [
      'a changed cell',
      'themes',
      (text: string) => text.replace('Misconduct', 'misconduct'),
      /name of theme\/misconduct is "misconduct" in the files, "Misconduct" in the graph/,
    ],
    [
      'another word',
      'motions',
      (text: string) => text.replace('members_motion', 'executive'),
      /kind of motion\/.* is "executive" in the files, "members_motion" in/,
    ],
    [
      'another reference',
      'wards',
      (text: string) => text.replace(/council\/\w+/, 'council/brent'),
      /council_id of ward\//,
    ],
    [
      'a lost row of a bridge table',
      'motion_sources',
      (text: string) => text.replace(/\r\nmotion\S+(?=\r\n)/, ''),
      /motion_sources of motion\//,
    ],
    [
      'a row of a bridge table too many',
      'recommendation_themes',
      (text: string) => `${text}recommendation/unknown,theme/misconduct\r\n`,
      /recommendation_themes.csv names recommendation\/unknown/,
    ],
    [
      'a swapped row',
      'parties',
      (text: string) => text.replace(/(\r\n[^\r]*)(\r\n[^\r]*)/, '$2$1'),
      /id of party\//,
    ],
    [
      'another former id',
      'redirects',
      (text: string) => text.replace('theme/misconduct', 'theme/standards'),
      /theme\/wrongs became theme\/standards in the files, theme\/misconduct/,
    ],
    [
      'another identifier',
      'councillor_identifiers',
      (text: string) => text.replace('""quoted""', 'quoted'),
      /councillor_identifiers of councillor\//,
    ],
    [
      'another position',
      'flat_positions',
      (text: string) => text.replace(',not_searched,', ',source_unavailable,'),
      /evidence_state of council\/.* "source_unavailable" in the files, "not_searched" in the graph/,
    ],
    [
      'a count of evidence',
      'flat_positions',
      (text: string) => text.replace(/\r\n([^\r]*)\d\r\n/, '\r\n$17\r\n'),
      /suggested_count of council/,
    ],
    [
      'another passage of shared wording',
      'text_matches',
      (text: string) => text.replace(/\r\n([^,]*,[^,]*),\d+,/, '\r\n$1,101,'),
      /text_matches of clause\//,
    ],
    [
      'a lost row of shared wording',
      'text_matches',
      (text: string) => text.replace(/\r\n[^\r]*\r\n$/, '\r\n'),
      /clause\/\S+ has \d+ text_matches in the files, \d+ in the graph/,
    ],
  ])(
    'disagree by %s',
    async (_what, table, change, message) => {
      await expect(compared(table, change)).rejects.toMatchObject({
        code: 'DISAGREEMENT',
        message: expect.stringMatching(message),
      });
    },
    180_000,
  );

  test('disagree by a table that nothing compares', () => {
    expect(() => refuseUnknown(['councils', 'text_matches', 'leaflets'])).toThrow(
      'The files and the graph disagree: nothing compares leaflets with the graph.',
    );
  });

  test('disagree by a row that one of them does not have', async () => {
    await client.query("INSERT INTO theme (id, name) VALUES ('theme/new', 'New')");
    await expect(compared()).rejects.toThrow(/themes has \d+ rows in the files, \d+ in the graph/);
    await client.query("DELETE FROM theme WHERE id = 'theme/new'");
  }, 180_000);

  test('of large tables agree by their counts and by a sample, the same one for the same seed', async () => {
    const sizes = { whole: 20, sample: 10 };
    const all = await compared();
    const some = await compared(undefined, undefined, sizes);
    expect(some).toBeGreaterThan(30);
    expect(some).toBeLessThan(all / 2);
    expect(await compared(undefined, undefined, sizes)).toBe(some);
    expect(asked.some((document) => document.includes('nodes(ids: $ids) { ... on Ward'))).toBe(true);
    const everyName = (text: string) => text.replaceAll(/(ward\/\w+,[^,]*,[^,]*,)/g, '$1X');
    await expect(compared('wards', everyName, sizes)).rejects.toMatchObject({ code: 'DISAGREEMENT' });
  }, 180_000);
});

describe('a publication', () => {
  const rename = (name: string) =>
    client.query("UPDATE theme SET name = $1 WHERE id = 'theme/misconduct'", [name]);

  test('agrees also where the record changes meanwhile: both faces show one moment', async () => {
    const { id } = await publish({ url: database.url, exportsDir });
    const log = (line: string) => void (line.startsWith('flat_positions') && rename('Renamed meanwhile'));
    const graphAt = async (snapshot: string) => {
      while ((await client.query("SELECT FROM theme WHERE name = 'Renamed meanwhile'")).rowCount === 0);
      return graph(snapshot);
    };
    expect(await publish({ url: database.url, exportsDir, log, graphAt })).toMatchObject({
      id,
      changed: false,
    });
    await rename('Misconduct');
  }, 180_000);

  test('stops where the graph answers otherwise, says so to everybody, and leaves the snapshot', async () => {
    const { id } = await publish({ url: database.url, exportsDir });
    const graphAt = async () => {
      await rename('Known to the graph alone');
      return graph();
    };
    await expect(publish({ url: database.url, exportsDir, graphAt })).rejects.toMatchObject({
      code: 'DISAGREEMENT',
    });
    await rename('Misconduct');
    const { latest, last_attempt } = JSON.parse(await readFile(join(exportsDir, 'index.json'), 'utf8'));
    expect(latest).toBe(id);
    expect(last_attempt).toMatchObject({
      ...{ result: 'failed', code: 'DISAGREEMENT' },
      reason:
        'The files and the graph disagree: name of theme/misconduct is "Misconduct" in the files, ' +
        '"Known to the graph alone" in the graph.',
    });
  }, 180_000);
});
