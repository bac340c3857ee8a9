// What importing a table costs beside COPY of the same rows: `npm run bench -- import-tables [clauses]`
// writes a table file of clauses and imports it by the real command's own way, without and with the
// revision log, beside one plain COPY into the same table with the same indexes and keys. Peak memory is
// that of this process. The words stand in the summary: comparing wording is measured on its own.
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

/** Imports made-up clauses in three ways and prints seconds, ratios and peak memory. */
export async function run([count = '2400000']: string[]): Promise<void> {
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
    const file = join(folder, 'clauses.csv');
    await pipeline(Readable.from(clauseLines(motions)), createWriteStream(file));
    const copied = await timed(client, () =>
      pipeline(
        createReadStream(file),
        client.query(copyFrom(`COPY clause (${columns}) FROM STDIN (FORMAT csv, HEADER)`)),
      ),
    );
    // Each way is told as soon as it is through: millions of clauses take minutes.
    const tell = (way: string, seconds: number) =>
      console.log(
        `${way.padEnd(20)}${seconds.toFixed(1).padStart(8)} s ${(seconds / copied).toFixed(2).padStart(6)} × COPY ` +
          `${Math.round(process.resourceUsage().maxRSS / 1024)
            .toString()
            .padStart(6)} MB at the peak`,
      );
    console.log(`${motions * perMotion} clauses`);
    tell('COPY', copied);
    tell('import, no log', await timed(client, () => importTable(database.url, file)));
    tell('import with the log', await timed(client, () => importTable(database.url, file), true));
  } finally {
    await client.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importTable(url: string, file: string): Promise<void> {
  const { importFiles } = (await import(
    built('importers/import-files.js')
  )) as typeof import('../../src/importers/import-files.js');
  const { report } = await importFiles({ url, files: [file], dryRun: false });
  if (!report.kept) throw new Error(`expected every row to be kept, ${report.rejectedCount} were rejected`);
}

/** Runs work on an empty table and gives its seconds. */
async function timed(client: pg.Client, work: () => Promise<void>, isLogged = false): Promise<number> {
  await client.query('TRUNCATE clause CASCADE');
  await client.query(`ALTER TABLE clause ${isLogged ? 'ENABLE' : 'DISABLE'} TRIGGER log_insert`);
  await client.query('CHECKPOINT');
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function fillMotions(client: pg.Client, motions: number): Promise<void> {
  await client.query('ALTER TABLE motion DISABLE TRIGGER log_insert');
  await client.query(
    "INSERT INTO council (id, name, short_name, slug, type) VALUES ('council/x', 'X', 'X', 'x', 'other')",
  );
  await client.query(
    "INSERT INTO source (id, title, kind, published_precision, completeness) VALUES ('source/x', 'X', 'dataset', 'unknown', 'full')",
  );
  await client.query(
    `INSERT INTO motion (id, council_id, slug, kind, text_status, date_precision)
     SELECT 'motion/x/undated/m' || n, 'council/x', 'm' || n, 'members_motion', 'full', 'unknown' FROM generate_series(1, $1) n`,
    [motions],
  );
}

function* clauseLines(motions: number): Generator<string> {
  yield `${columns}\r\n`;
  for (let motion = 1; motion <= motions; motion += 1) {
    let chunk = '';
    for (let n = 1; n <= perMotion; n += 1) {
      const text = `"Clause ${n} of ${motion} asks the council, its partners and the mayor to report on item ${(motion * 31 + n) % 9973} by spring"`;
      chunk += `clause/x/undated/m${motion}/r${n},motion/x/undated/m${motion},,${n},${n}.,r${n},false,resolves_self,false,commits,,${text},,summary_only,as_decided,source/x,,\r\n`;
    }
    yield chunk;
  }
}
