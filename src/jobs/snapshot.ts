// Making one snapshot: audit and tables from one moment into a staging folder, then what describes them,
// then the rename that makes it public.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Finding, findingsOf } from '../audits/audit.js';
import { PublishError } from '../errors.js';
import { writeArchive } from '../exporters/archive.js';
import { writeDataFiles } from '../exporters/data-files.js';
import { deltaName } from '../exporters/delta.js';
import { placeDelta, removeOrphans } from '../exporters/deltas.js';
import { writeDocuments } from '../exporters/documents.js';
import { encodeDataFiles } from '../exporters/encodings.js';
import { belowFloor, floors } from '../exporters/floors.js';
import {
  contentHash,
  type DataVersion,
  type Manifest,
  manifestOf,
  type Previous,
  publishedAt,
  sha256,
  snapshotId,
  sums,
} from '../exporters/manifest.js';
import { lastPublished, type Snapshot } from '../exporters/snapshots.js';
import { everyFile, Staging } from '../exporters/staging.js';
import { schemaVersion } from '../exporters/table.js';
import { reading } from '../store/reading.js';
import type { Database } from '../store/tables.js';
import { failures, validate } from '../validators/validate.js';
import { agree } from './agreement/agreement.js';
import type { AskedGraph } from './agreement/graph.js';
import { discardDelta, stageDelta } from './delta.js';

/** Opens the graph at the moment of a transaction, by the name pg_export_snapshot gives it. */
export type GraphAt = (snapshot: string) => Promise<AskedGraph>;

/** One run of the publication, with the snapshots there are, newest first. */
export interface Run {
  readonly url: string;
  readonly exportsDir: string;
  readonly log: (line: string) => void;
  readonly detail: (line: string) => void;
  readonly snapshots: readonly Snapshot[];
  /** Folder of the official profiles; without it their checks are skipped. */
  readonly profiles: string | undefined;
  /** Throws where the lock was lost. */
  readonly stillLocked: () => Promise<void>;
  readonly graphAt?: GraphAt;
}

/** Makes and publishes the next snapshot; null where the data is that of the newest one. */
export async function makeSnapshot(run: Run): Promise<Snapshot | null> {
  const staging = await Staging.start(run.exportsDir);
  await removeOrphans(run.exportsDir);
  try {
    const data = await stageTables(run, staging);
    const previous = run.snapshots[0];
    if (isUnchanged(staging, previous)) return null;
    refuseShrunk(belowFloor(staging.files, previous?.manifest));
    await encodeDataFiles(staging);
    await writeDocuments(staging, data, previous?.manifest);
    return await finishSnapshot(run, staging, data);
  } finally {
    await staging.discard();
    await discardDelta(staging);
  }
}

function refuseShrunk(low: readonly string[]): void {
  if (low.length === 0) return;
  const remedy = 'Where that is right, publish into an empty EXPORTS_DIR.';
  throw new PublishError('PUBLISH_FAILED', `Too few rows: ${low.join('; ')}. ${remedy}`);
}

// Audits and tables see the same moment, so that nothing is published that was not audited.
async function stageTables(run: Run, staging: Staging): Promise<DataVersion> {
  return reading(run.url, async (moment) => {
    refuseBroken(await findingsOf(moment.db), run.log);
    await writeDataFiles(moment, staging, run.detail);
    const data = await dataVersion(moment.db);
    await compareWithGraph(run, staging, { db: moment.db, seed: data.version });
    return data;
  });
}

// Within the transaction, whose moment the graph is shown as long as it lasts.
async function compareWithGraph(
  { graphAt, log, detail }: Run,
  staging: Staging,
  { db, seed }: { db: Kysely<Database>; seed: number },
): Promise<void> {
  if (!graphAt) return;
  const { rows } = await sql<{ name: string }>`SELECT pg_export_snapshot() AS name`.execute(db);
  const graph = await graphAt(rows[0]?.name ?? '');
  const counts = new Map(staging.files.map((file) => [file.path, file.rows ?? 0]));
  const rowsOf = (table: string) => counts.get(`csv/${table}.csv`) ?? 0;
  const tables = { root: staging.pathOf('.'), rows: rowsOf, seed };
  const compared = await agree({ graph, tables, detail }).finally(() => graph.close());
  log(`agreement: ${compared} rows are the same in the files and in the graph`);
}

function refuseBroken(findings: readonly Finding[], log: (line: string) => void): void {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  log(`audits: ${count('MUST')} MUST, ${count('SHOULD')} SHOULD, ${count('MAY')} MAY broken`);
  const broken = findings.filter((finding) => finding.level === 'MUST');
  if (broken.length === 0) return;
  const lines = broken.map(({ code, message, count, records }) => {
    const first = records.slice(0, 5).join(', ');
    return `${code} ${message}; broken by ${count}: ${first}${count > 5 ? ', …' : ''}`;
  });
  throw new PublishError('AUDIT_FAILED', `Audits stop this publication: ${lines.join('. ')}.`);
}

async function dataVersion(db: Kysely<Database>): Promise<DataVersion> {
  const { rows } = await sql<DataVersion>`
    SELECT version, (SELECT changed_at FROM revision ORDER BY seq DESC LIMIT 1) AS "asOf"
    FROM data_version`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the table data_version is empty');
  return row;
}

function isUnchanged(staging: Staging, newest: Snapshot | undefined): boolean {
  return (
    newest?.manifest.content_sha256 === contentHash(staging.files) &&
    newest.manifest.schema_version === schemaVersion
  );
}

async function finishSnapshot(run: Run, staging: Staging, data: DataVersion): Promise<Snapshot> {
  const [newest] = run.snapshots;
  const previous = await lastPublished(run.exportsDir, newest);
  const manifest = manifestOf(staging.files, data, previous, floors);
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const manifestHash = sha256(text);
  await staging.write('manifest.json', text);
  await staging.write('SHA256SUMS', sums(everyFile(staging.files)));
  await validateStaged(run, staging, manifest, manifestHash);
  await writeArchive(staging);
  const { url, exportsDir, log } = run;
  const delta = await stageDelta({ url, exportsDir, log, staging, newest, data });
  const id = freeId(run.exportsDir, previous, manifestHash);
  await run.stillLocked();
  const all = everyFile(staging.files);
  run.log(`files: ${all.length}, ${all.reduce((sum, file) => sum + file.bytes, 0)} bytes`);
  // The delta first: without its snapshot it is not listed, and the next run removes it.
  if (newest && delta) await placeDelta(delta, exportsDir, deltaName(newest.id, id));
  await staging.publish(exportsDir, id);
  run.log(`snapshot: ${id}`);
  return { id, manifest, manifestHash };
}

// The receipts stand in the snapshot and outside the manifest, since they name its hash.
async function validateStaged(run: Run, staging: Staging, manifest: Manifest, manifestHash: string) {
  const { folder } = staging;
  const { profiles, log, detail } = run;
  const report = await validate({ folder, manifest, manifestHash }, { nightly: true, profiles, log: detail });
  const count = (status: string) => report.receipts.filter((receipt) => receipt.status === status).length;
  log(`validators: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  await staging.write('validation/report.json', `${JSON.stringify(report, null, 2)}\n`);
  const failed = failures(report).map(({ validator, problems }) => `${validator}: ${problems[0]}`);
  if (failed.length > 0)
    throw new PublishError('PUBLISH_FAILED', `The files are not valid: ${failed.join('; ')}`);
}

// Ids sort by time of publication even where the clock was set back, and none is used twice.
function freeId(exportsDir: string, previous: Previous | null, manifestHash: string): string {
  const second = 1000;
  const after = previous ? publishedAt(previous.id).getTime() + second : 0;
  for (let instant = Math.max(Date.now(), after); ; instant += second) {
    const id = snapshotId(new Date(instant), manifestHash);
    if (!existsSync(join(exportsDir, 'snapshots', id))) return id;
  }
}
