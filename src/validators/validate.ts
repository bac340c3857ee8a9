// Runs the validators over one snapshot and makes the receipts: what was checked, by which tool, on which hash,
// with what result.

import { csvwReader } from './csvw.js';
import { dcatAp } from './dcat-ap.js';
import { duckdbCsv, duckdbParquet } from './duckdb.js';
import { hashes } from './hashes.js';
import { citationSchema, dataPackageProfile } from './profiles.js';
import { rows } from './rows.js';
import { tableSchemaEngine } from './table-schema.js';
import type { SnapshotFolder, Status, Validator } from './validator.js';

/** Every validator, in the order in which they run and are listed. */
export const validators: readonly Validator[] = [
  hashes,
  rows,
  dataPackageProfile,
  citationSchema,
  tableSchemaEngine,
  duckdbCsv,
  duckdbParquet,
  csvwReader,
  dcatAp,
];

/** One validator's receipt; `problems` are the first hundred. */
export interface Receipt {
  readonly validator: string;
  readonly checks: string;
  readonly status: Status;
  readonly tool: string | null;
  readonly checked: string | null;
  readonly sha256: string | null;
  readonly note: string | null;
  readonly problem_count: number;
  readonly problems: readonly string[];
}

/** The content of validation/report.json. */
export interface Report {
  readonly manifest_sha256: string;
  readonly content_sha256: string;
  readonly receipts: readonly Receipt[];
}

/** How to validate: with which profiles, and whether only with what every publication runs. */
export interface Validation {
  readonly profiles?: string | undefined;
  readonly nightly?: boolean;
  /** Runs these alone; the others are left out. */
  readonly only?: readonly string[] | undefined;
  readonly log?: (line: string) => void;
}

const mostProblems = 100;

/** Validates a snapshot; a validator that breaks down has failed. */
export async function validate(
  snapshot: SnapshotFolder,
  { profiles, nightly = false, only, log = () => {} }: Validation = {},
): Promise<Report> {
  const receipts: Receipt[] = [];
  for (const validator of validators.filter(({ name }) => only?.includes(name) ?? true)) {
    const receipt =
      nightly && !validator.nightly ? notRun(validator) : await receiptOf(validator, snapshot, profiles);
    log(line(receipt));
    receipts.push(receipt);
  }
  const { manifestHash, manifest } = snapshot;
  return { manifest_sha256: manifestHash, content_sha256: manifest.content_sha256, receipts };
}

/** The receipts that failed. */
export function failures({ receipts }: Report): readonly Receipt[] {
  return receipts.filter(({ status }) => status === 'failed');
}

/** A receipt as one line for people. */
export function line({ validator, status, tool, checked, note, problem_count }: Receipt): string {
  const what = note ?? [tool, checked].filter(Boolean).join(', ');
  const count = problem_count ? `; ${problem_count} problem${problem_count === 1 ? '' : 's'}` : '';
  return `${status.padEnd(8)}${validator}: ${what}${count}`;
}

const empty = { tool: null, checked: null, sha256: null, note: null, problem_count: 0, problems: [] };

function notRun({ name, checks }: Validator): Receipt {
  const note = 'runs in CI and on demand: npm run -s cli -- validate <snapshot>';
  return { validator: name, checks, status: 'not_run', ...empty, note };
}

async function receiptOf(
  { name, checks, run }: Validator,
  snapshot: SnapshotFolder,
  profiles: string | undefined,
): Promise<Receipt> {
  try {
    const outcome = await run(snapshot, profiles);
    if ('skipped' in outcome)
      return { validator: name, checks, status: 'skipped', ...empty, note: outcome.skipped };
    const { problems, ...rest } = outcome;
    return {
      validator: name,
      checks,
      status: problems.length ? 'failed' : 'passed',
      ...rest,
      note: null,
      problem_count: problems.length,
      problems: problems.slice(0, mostProblems),
    };
  } catch (error) {
    const problems = [(error as Error).message];
    return { validator: name, checks, status: 'failed', ...empty, problem_count: 1, problems };
  }
}
