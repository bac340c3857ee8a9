// What importing a table costs beside COPY of the same rows: `npm run bench -- import-tables [clauses] [way]`
// writes a table file and imports it by the real command's own way, beside one plain COPY of the same rows into
// the same table with the same indexes and keys. Ways: `plain` (clauses without the revision log), `log` (with it),
// `wording` (with wording to be compared, which the log's clauses do not have) and `cells` (citations, from which
// the matrix is derived); all in turn where none is named. Peak memory is that of this process.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const built = (path: string) => new URL(`../../dist/${path}`, import.meta.url).href;
const perMotion = 24;
const columns =
  'id,motion_id,parent_id,seq,label,address,address_inferred,kind,kind_inferred,stance,lead_in,summary,text,text_status,wording,source_id,span_start,span_end';

const citationColumns =
  'id,clause_id,review_id,recommendation_id,direction,basis,strength,scope,review_state,coded_by';
const citedEach = 4;
const recommendations = 16;
const councils = 380;

/** What is imported: a table, its columns, its lines for a number of motions, and whether changes are logged. */
interface Way {
  table: 'clause' | 'citation';
  columns: string;
  lines: (motions: number) => Generator<string>;
  isLogged: boolean;
}

const ways: Record<string, Way> = {
  plain: { table: 'clause', columns, lines: (motions) => clauseLines(motions, false), isLogged: false },
  log: { table: 'clause', columns, lines: (motions) => clauseLines(motions, false), isLogged: true },
  wording: { table: 'clause', columns, lines: (motions) => clauseLines(motions, true), isLogged: true },
  cells: { table: 'citation', columns: citationColumns, lines: citationLines, isLogged: true },
};

/** Imports made-up rows and prints seconds, ratios and peak memory. */
export async function run([count = '2400000', only = '']: string[]): Promise<void> {
  const named = only === '' ? Object.keys(ways) : [only];
  if (!named.every((name) => name in ways))
    throw new RangeError(`expected a way of ${Object.keys(ways).join(', ')}, got ${only}`);
  const { openEmbedded } = (await import(
    built('store/embedded.js')
  )) as typeof import('../../src/store/embedded.js');
  const { migrate } = (await import(
    built('store/migrate.js')
  )) as typeof import('../../src/store/migrate.js');
  const folder = await mkdtemp(join(tmpdir(), 'open-motions-bench-'));
  const motions = Math.ceil(Number(count) / perMotion);
  const database = await openEmbedded({ dataDir: join(folder, 'data'), log: () => {} });
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url);
    await client.connect();
    await fillMotions(client, motions);
    for (const name of named) await measure(client, database.url, folder, motions, name);
  } finally {
    await client.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  client: pg.Client,
  url: string,
  folder: string,
  motions: number,
  name: string,
): Promise<void> {
  const way = ways[name] as Way;
  if (way.table === 'citation') await fillClauses(client, motions);
  const file = join(folder, `${name}.csv`);
  await pipeline(Readable.from(way.lines(motions)), createWriteStream(file));
  const copied = await timed(client, way.table, false, () =>
    pipeline(
      createReadStream(file),
      client.query(copyFrom(`COPY ${way.table} (${way.columns}) FROM STDIN (FORMAT csv, HEADER)`)),
    ),
  );
  const imported = await timed(client, way.table, way.isLogged, () => importTable(url, file));
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${way.table}`);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${name}: ${rows[0]?.count} rows, COPY ${copied.toFixed(1)} s, import ${imported.toFixed(1)} s, ` +
      `${(imported / copied).toFixed(2)} × COPY, ${peak} MB at the peak`,
  );
  await rm(file);
}

async function importTable(url: string, file: string): Promise<void> {
  const { importFiles } = (await import(
    built('importers/import-files.js')
  )) as typeof import('../../src/importers/import-files.js');
  const { report } = await importFiles({ url, files: [file], dryRun: false });
  if (!report.kept) throw new Error(`expected every row to be kept, ${report.rejectedCount} were rejected`);
}

/** Runs work on an empty table and gives its seconds. */
async function timed(
  client: pg.Client,
  table: Way['table'],
  isLogged: boolean,
  work: () => Promise<void>,
): Promise<number> {
  await client.query(`TRUNCATE ${table} CASCADE`);
  await client.query(`ALTER TABLE ${table} ${isLogged ? 'ENABLE' : 'DISABLE'} TRIGGER log_insert`);
  await client.query('CHECKPOINT');
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function fillMotions(client: pg.Client, motions: number): Promise<void> {
  await client.query('ALTER TABLE motion DISABLE TRIGGER log_insert');
  await client.query(
    `INSERT INTO council (id, name, short_name, slug, type)
     SELECT 'council/c' || n, 'C ' || n, 'C ' || n, 'c' || n, 'other' FROM generate_series(0, ${councils - 1}) n`,
  );
  await client.query(
    "INSERT INTO source (id, title, kind, published_precision, completeness) VALUES ('source/x', 'X', 'dataset', 'unknown', 'full')",
  );
  await client.query(
    `INSERT INTO motion (id, council_id, slug, kind, text_status, date_precision)
     SELECT 'motion/x/undated/m' || n, 'council/c' || n % ${councils}, 'm' || n, 'members_motion', 'full', 'unknown'
     FROM generate_series(1, $1) n`,
    [motions],
  );
}

/** Clauses to be cited, and a review whose recommendations they are of. */
async function fillClauses(client: pg.Client, motions: number): Promise<void> {
  await client.query('TRUNCATE clause CASCADE');
  await client.query('ALTER TABLE clause DISABLE TRIGGER log_insert');
  await pipeline(
    Readable.from(clauseLines(motions, false)),
    client.query(copyFrom(`COPY clause (${columns}) FROM STDIN (FORMAT csv, HEADER)`)),
  );
  await client.query(
    `INSERT INTO review (id, title, short_name, slug, reviewer, date_precision)
     VALUES ('review/x', 'X', 'X', 'x', 'A reviewer', 'unknown') ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `INSERT INTO recommendation (id, review_id, slug, number_status, title, summary_status)
     SELECT 'recommendation/x/r' || n, 'review/x', 'r' || n, 'unverified', 'R ' || n, 'unverified'
     FROM generate_series(1, ${recommendations}) n ON CONFLICT DO NOTHING`,
  );
}

function* citationLines(motions: number): Generator<string> {
  yield `${citationColumns}\r\n`;
  for (let motion = 1; motion <= motions; motion += 1) {
    let chunk = '';
    for (let n = 1; n <= perMotion; n += citedEach) {
      const slug = `r${((motion + n) % recommendations) + 1}`;
      const clause = `x/undated/m${motion}/r${n}`;
      chunk += `citation/${clause}/${slug},clause/${clause},review/x,recommendation/x/${slug},supports,paraphrased,calls_on_others,as_recommended,drafted,seed\r\n`;
    }
    yield chunk;
  }
}

function* clauseLines(motions: number, hasWording: boolean): Generator<string> {
  yield `${columns}\r\n`;
  for (let motion = 1; motion <= motions; motion += 1) {
    let chunk = '';
    for (let n = 1; n <= perMotion; n += 1) {
      const words = `"Clause ${n} of ${motion} asks the council, its partners and the mayor to report on item ${(motion * 31 + n) % 9973} by spring"`;
      const [summary, text, status] = hasWording
        ? ['', wordingOf(motion, n), 'as_decided']
        : [words, '', 'summary_only'];
      chunk += `clause/x/undated/m${motion}/r${n},motion/x/undated/m${motion},,${n},${n}.,r${n},false,resolves_self,false,commits,,${summary},${text},${status},as_decided,source/x,,\r\n`;
    }
    yield chunk;
  }
}

/** Twenty words that are hardly ever the same; one clause of twenty prints those of another motion. */
function wordingOf(motion: number, n: number): string {
  const isShared = (motion * perMotion + n) % 20 === 0;
  let state = isShared ? n + 1 : motion * perMotion + n;
  return Array.from({ length: 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${state % 5000}`;
  }).join(' ');
}
