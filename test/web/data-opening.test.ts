// The texts that the data page gives to copy, taken from the page as it is served, pasted where they belong, and run
// against the server. Each answers the same question, and all must answer what the database says.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../../src/jobs/publish.js';
import { openings, type Tool } from '../../src/web/data-snippets.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { type Serving, serving } from './serving.js';

const run = promisify(execFile);
const runs = (program: string, ...args: string[]) =>
  run(program, args).then(
    () => true,
    () => false,
  );

/** The first program of some that does what is asked of it. */
async function firstOf(programs: readonly string[], ...args: string[]): Promise<string | null> {
  for (const program of programs) if (await runs(program, ...args)) return program;
  return null;
}

const python = await firstOf(['python3', '/usr/bin/python3'], '-c', 'import pandas');
const hasR = await runs('Rscript', '--version');
const hasCurl = await runs('curl', '--version');
const hasArchive = (await runs('unzip', '-v')) && (await runs('sha256sum', '--version'));
const lacks: Readonly<Record<string, string | false>> = {
  pandas: !python && 'no Python with pandas is here (Debian: python3-pandas)',
  R: !hasR && 'no R is here (Debian: r-base-core)',
  DuckDB: !hasCurl && 'no curl is here',
  SQLite: !hasCurl && 'no curl is here',
  'Everything, checked': !(hasCurl && hasArchive) && 'curl, unzip or sha256sum is not here',
};

let database: TestDatabase;
let server: Serving;
let folder: string;
let page: string;
let counts: Record<string, number>;

beforeAll(async () => {
  database = await seededDatabase();
  server = await serving(database.url);
  server.app.publicUrl = server.address;
  const published = await publish({ url: database.url, exportsDir: server.exportsDir });
  folder = await mkdtemp(join(tmpdir(), 'open-motions-opening-'));
  page = await (await fetch(`${server.address}/data/`)).text();
  const file = await fetch(`${server.address}/data/snapshots/${published.id}/jsonl/flat_positions.jsonl`);
  const rows = (await file.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const found = rows.filter((row) => row.evidence_state === 'found');
  counts = Object.fromEntries(
    [...Map.groupBy(found, (row) => String(row.council))].map(([council, list]) => [council, list.length]),
  );
}, 240_000);

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
  await database?.drop();
});

const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The texts under one heading of the page, as a reader copies them. */
function stepsOnPage(heading: string): { tool: Tool; text: string }[] {
  const way = page.split('<div class="way">').find((part) => part.includes(`<h3>${heading}</h3>`)) ?? '';
  const steps = way.matchAll(/data-tool="(\w+)">.*?<pre[^>]*><code>(.*?)<\/code>/gs);
  return [...steps].map(([, tool, text = '']) => ({
    tool: tool as Tool,
    text: text.replace(/&(\w+);/g, (_, name: string) => letters[name] ?? ''),
  }));
}

/** Runs one text in the folder of this test; what it prints, or its rows as lines. */
const tools: Readonly<Record<Tool, (text: string) => Promise<string>>> = {
  sh: async (text) => (await run('sh', ['-e', '-c', text], { cwd: folder })).stdout,
  pandas: async (text) => (await run(python ?? '', ['-c', text])).stdout,
  r: async (text) => (await run('Rscript', ['-e', text])).stdout,
  javascript: async (text) => (await run(process.execPath, ['--input-type=module', '--eval', text])).stdout,
  async duckdb(text) {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`SET file_search_path = '${folder}'`);
    const rows = await (await connection.run(text)).getRows();
    connection.closeSync();
    return lines(rows);
  },
  async sqlite(text) {
    const opened = new DatabaseSync(join(folder, 'open-motions.sqlite'), { readOnly: true });
    const rows = opened.prepare(text).all();
    opened.close();
    return lines(rows.map((row) => Object.values(row)));
  },
};

const lines = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).join('\n');

/** The names and counts in what a tool prints, whatever it prints around them. */
function countsIn(printed: string): Record<string, number> {
  const pairs = printed.matchAll(/^\W*([A-Z][A-Za-z ]*?)'?:?\s+(\d+)\b/gm);
  return Object.fromEntries([...pairs].map(([, council = '', count]) => [council, Number(count)]));
}

async function printedBy(name: string): Promise<string> {
  let printed = '';
  for (const { tool, text } of stepsOnPage(name)) printed = await tools[tool](text);
  return printed;
}

describe('what the page gives to copy', () => {
  test('stands there whole, and asks something that has an answer', () => {
    for (const { name, steps } of openings(server.address)) expect(stepsOnPage(name)).toEqual(steps);
    expect(Object.keys(counts).length).toBeGreaterThan(2);
  });

  for (const { name } of openings('').filter((each) => each.name !== 'Everything, checked')) {
    const lack = lacks[name];
    (lack ? test.skip : test)(
      lack ? `is not tried for ${name}: ${lack}` : `gives in ${name} what the database says`,
      async () => expect(countsIn(await printedBy(name))).toEqual(counts),
      60_000,
    );
  }

  const lack = lacks['Everything, checked'];
  (lack ? test.skip : test)(
    lack ? `is not tried for the archive: ${lack}` : 'fetches the archive and finds it whole',
    async () => {
      expect(await printedBy('Everything, checked')).toBe('');
      await run('sh', ['-c', 'echo >> README.md'], { cwd: join(folder, 'open-motions') });
      const again = run('sha256sum', ['-c', '--ignore-missing', 'SHA256SUMS'], {
        cwd: join(folder, 'open-motions'),
      });
      await expect(again).rejects.toMatchObject({ stdout: expect.stringContaining('README.md: FAILED') });
    },
    60_000,
  );
});
