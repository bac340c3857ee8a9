// What an import of registers has found out so far: the rows it will write, each once, and what it could
// not be certain of. Rows gather here and leave in batches, so that memory stays flat.
import type { Fault, Place } from '../../errors.js';
import { description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';
import type { Values } from '../../store/write.js';
import type { ImportRecord } from '../record.js';
import { type RegisterDoubtCode, registerDoubtMeaning } from '../registers/doubts.js';
import { sourceBridge } from '../seeds/tables.js';

/** Something that was not certain, with where it stands. */
export interface RegisterDoubt {
  code: RegisterDoubtCode;
  file: string;
  /** The line, or in a file that is read whole the path: `features[3]`. */
  line?: number;
  path?: string;
  message: string;
}

/** A row that was not kept, and why. */
export interface Rejection extends Fault {
  table: TableName;
}

/** The rows and doubts of one run. */
export class Book {
  readonly doubts: RegisterDoubt[] = [];
  readonly rejected: Rejection[] = [];
  /** The source that shows what is entered now. */
  source: string | null = null;
  #pending = new Map<TableName, Map<string, ImportRecord>>();
  #size = 0;
  #here = new Set<string>();

  /** Begins a file: what it shows is shown by its source. */
  open(source: string | null): void {
    this.source = source;
    this.#here = new Set();
  }

  /** Remembers that this file brought a record. */
  beginHere(id: string): void {
    this.#here.add(id);
  }

  /** Whether this file brought a record. */
  isNewHere(id: string): boolean {
    return this.#here.has(id);
  }

  /** How many rows wait to be written. */
  get size(): number {
    return this.#size;
  }

  /** States columns of a row beside what was stated of it before. */
  state(
    table: TableName,
    row: Values,
    at: Place,
    more: Pick<ImportRecord, 'initial' | 'placeOf'> = {},
  ): void {
    const rows = this.#pending.get(table) ?? new Map<string, ImportRecord>();
    this.#pending.set(table, rows);
    const key = description(table)
      .key.map((column) => row[column])
      .join(' ');
    const before = rows.get(key);
    if (!before) this.#size += 1;
    rows.set(key, before ? { ...before, row: { ...before.row, ...row } } : { table, row, at, ...more });
  }

  /** States that the source of the file shows a record. */
  show(table: TableName, id: string, at: Place): void {
    const bridge = sourceBridge(table);
    if (bridge && this.source) this.state(bridge, { [`${table}_id`]: id, source_id: this.source }, at);
  }

  /** Raises a doubt, saying what it is about behind the table's own sentence. */
  doubt(code: RegisterDoubtCode, at: Place, about: string): void {
    const message = `${registerDoubtMeaning[code]} (${about})`;
    this.doubts.push({ code, ...at, file: at.file ?? '', message });
  }

  /** Turns a row away. */
  reject(table: TableName, at: Place, fault: Omit<Fault, 'at'>): void {
    this.rejected.push({ table, at, ...fault });
  }

  /** Hands over the rows that wait. */
  take(): ImportRecord[] {
    const records = [...this.#pending.values()].flatMap((rows) => [...rows.values()]);
    this.#pending = new Map();
    this.#size = 0;
    return records;
  }
}
