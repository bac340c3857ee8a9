// The CSV files by the table engine of Frictionless Data itself. Its last JavaScript release is old, so it is
// kept in a folder of its own with its own lockfile and runs as a process of its own.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Validator } from './validator.js';

const home = resolve(import.meta.dirname, '..', '..', 'test', 'conformance', 'frictionless');
// Its check of a reference walks through the whole table it points at, for every row.
const mostRows = 50_000;

/** Every CSV file by Table Schema: types, constraints, keys and references. */
export const tableSchemaEngine: Validator = {
  name: 'table-schema',
  checks: 'The Frictionless table engine reads every CSV file by datapackage.json, with keys and references.',
  nightly: false,
  async run({ folder, manifest }) {
    if (!existsSync(join(home, 'node_modules'))) {
      return {
        skipped: 'tableschema is not installed; install with: npm ci --prefix test/conformance/frictionless',
      };
    }
    const rows = manifest.files.reduce(
      (sum, { path, rows: n }) => sum + (path.startsWith('csv/') ? (n ?? 0) : 0),
      0,
    );
    if (rows > mostRows) {
      return { skipped: `the engine takes hours for more than ${mostRows} rows, and there are ${rows}` };
    }
    const script = join(home, 'check.cjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, resolve(folder)], {
      maxBuffer: 1 << 26,
    });
    const { tool, tables, problems } = JSON.parse(stdout) as {
      tool: string;
      tables: number;
      problems: string[];
    };
    const found = tables === 0 ? ['datapackage.json: expected tables, got none'] : problems;
    return {
      tool,
      checked: `${tables} tables by datapackage.json`,
      sha256: manifest.content_sha256,
      problems: found,
    };
  },
};
