// The canonical files read back from the disk by another author's CSV reader and held to what they promise:
// header, types, words, keys in order and only once, references that lead somewhere, and how many rows there are.
import { join } from 'node:path';
import { type PublishedColumn, type PublishedTable, publishedTables } from '../exporters/table.js';
import { KeySet } from './key-set.js';
import { readCsv } from './snapshot-folder.js';
import type { SnapshotFolder, Validator } from './validator.js';

/** A reference to a row that had not been read when it was met. */
interface Pending {
  readonly place: string;
  readonly table: string;
  readonly id: string;
}

const forms: Record<PublishedColumn['type'], (cell: string) => boolean> = {
  string: () => true,
  integer: (cell) => /^(0|-?[1-9]\d*)$/.test(cell),
  boolean: (cell) => cell === 'true' || cell === 'false',
  date: (cell) => /^\d{4}-\d\d-\d\d$/.test(cell) && isInstant(`${cell}T00:00:00.000Z`),
  datetime: (cell) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(cell) && isInstant(cell),
};

// The 30th of February parses, but is not printed again.
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

/** Types, keys, references and row counts of every CSV file. */
export const rows: Validator = {
  name: 'rows',
  checks:
    'Every CSV file has its header, types, words, patterns, unique ordered keys, references and row count.',
  nightly: true,
  async run(snapshot) {
    const reading = new Reading(snapshot);
    for (const table of publishedTables) await reading.read(table);
    return {
      tool: 'csv-parse',
      checked: `${reading.rows} rows in ${publishedTables.length} files`,
      sha256: snapshot.manifest.content_sha256,
      problems: reading.finish(),
    };
  },
};

const referenced = new Set(
  publishedTables.flatMap(({ columns }) => columns.flatMap((c) => c.references ?? [])),
);

class Reading {
  rows = 0;
  readonly #problems: string[] = [];
  readonly #pending: Pending[] = [];
  readonly #ids = new Map<string, KeySet>([...referenced].map((name) => [name, new KeySet()]));

  constructor(private readonly snapshot: SnapshotFolder) {}

  async read(table: PublishedTable): Promise<void> {
    const path = `csv/${table.name}.csv`;
    const check = new TableCheck(table, (problem) => this.#problems.push(`${path}: ${problem}`));
    try {
      await readCsv(join(this.snapshot.folder, path), (record, number) => {
        check.record(record, number);
        if (number > 1) this.#follow(table, record, `${path}: row ${number}`);
      });
    } catch (error) {
      this.#problems.push(`${path}: ${(error as Error).message}`);
    }
    const stated = this.snapshot.manifest.files.find((file) => file.path === path)?.rows;
    if (stated !== check.rows) {
      this.#problems.push(`${path}: expected ${stated} rows as in the manifest, got ${check.rows}`);
    }
    this.rows += check.rows;
  }

  #follow(table: PublishedTable, record: readonly string[], place: string): void {
    if (referenced.has(table.name)) this.#ids.get(table.name)?.add(record[0] ?? '');
    table.columns.forEach(({ name, references }, n) => {
      const id = record[n] ?? '';
      if (!references || id === '' || this.#ids.get(references)?.has(id)) return;
      this.#pending.push({ place: `${place}, ${name}`, table: references, id });
    });
  }

  /** Every problem, with the references that lead nowhere now that all is read. */
  finish(): string[] {
    const dangling = this.#pending.filter(({ table, id }) => !this.#ids.get(table)?.has(id));
    return [
      ...this.#problems,
      ...dangling.map(({ place, table, id }) => `${place}: expected an id of ${table}, got ${id}`),
    ];
  }
}

class TableCheck {
  rows = 0;
  #last: string[] | undefined;
  readonly #seen = new Set<string>();
  readonly #keys: readonly number[];
  readonly #patterns: readonly (RegExp | undefined)[];

  constructor(
    private readonly table: PublishedTable,
    private readonly tell: (problem: string) => void,
  ) {
    const names = table.columns.map(({ name }) => name);
    this.#keys = table.key.map((name) => names.indexOf(name));
    this.#patterns = table.columns.map(({ pattern }) => (pattern ? new RegExp(pattern) : undefined));
  }

  record(record: readonly string[], number: number): void {
    if (number === 1) {
      this.#header(record);
      return;
    }
    this.rows += 1;
    this.table.columns.forEach((column, n) => {
      const fault = this.#fault(column, record[n] ?? '', this.#patterns[n]);
      if (fault) this.tell(`row ${number}, ${column.name}: ${fault}`);
    });
    this.#key(record, number);
  }

  #header(record: readonly string[]): void {
    const expected = this.table.columns.map(({ name }) => name).join();
    if (record.join() !== expected) this.tell(`expected the header ${expected}, got ${record.join()}`);
  }

  #fault({ type, nullable, words }: PublishedColumn, cell: string, pattern?: RegExp): string | undefined {
    if (cell === '') return nullable ? undefined : 'expected a value, got an empty cell';
    if (!forms[type](cell)) return `expected a ${type}, got ${cell}`;
    if (words && !words.includes(cell)) return `expected one of ${words.join(', ')}, got ${cell}`;
    return pattern && !pattern.test(cell) ? `expected the form ${pattern.source}, got ${cell}` : undefined;
  }

  // Stored rows come by key, so that a duplicate stands next to its twin; derived ones come in reading order.
  #key(record: readonly string[], number: number): void {
    const key = this.#keys.map((n) => record[n] ?? '');
    const order = this.table.stored ? compareKeys(this.#last, key) : this.#seen.has(key.join(' ')) ? 0 : -1;
    if (order === 0) this.tell(`row ${number}: the key ${key.join(' ')} stands there twice`);
    if (order > 0) this.tell(`row ${number}: the key ${key.join(' ')} is out of order`);
    if (!this.table.stored) this.#seen.add(key.join(' '));
    this.#last = key;
  }
}

function compareKeys(before: readonly string[] | undefined, key: readonly string[]): number {
  if (!before) return -1;
  for (const [n, part] of key.entries()) {
    if (before[n] !== part) return Buffer.compare(Buffer.from(before[n] ?? ''), Buffer.from(part));
  }
  return 0;
}
