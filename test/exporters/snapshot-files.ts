// Reads a snapshot as a stranger would: by its own metadata, with another author's CSV reader.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';

/** One table file as text cells under its header. */
export interface CsvFile {
  header: string[];
  rows: Record<string, string>[];
}

/** What the tests read of datapackage.json. */
export interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  description: string;
  schema: {
    fields: {
      name: string;
      type: string;
      description: string;
      constraints?: { required?: boolean; enum?: string[] };
    }[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
}

/** Reads csv/<table>.csv with CRLF as the only end of a record. */
export async function readCsv(folder: string, path: string): Promise<CsvFile> {
  const text = await readFile(join(folder, path), 'utf8');
  const [header = [], ...records] = parse(text, {
    record_delimiter: '\r\n',
    bom: path.startsWith('spreadsheet/'),
  }) as string[][];
  return {
    header,
    rows: records.map((record) => Object.fromEntries(header.map((name, n) => [name, record[n] ?? '']))),
  };
}

/** Reads one JSON file of a snapshot. */
export async function readJson<T>(folder: string, path: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, path), 'utf8')) as T;
}

/** Reads a file of one JSON object per line. */
export async function readLines(folder: string, path: string): Promise<unknown[]> {
  const lines = (await readFile(join(folder, path), 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as unknown);
}
