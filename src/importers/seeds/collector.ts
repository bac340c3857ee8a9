// Gathers the records of one motion's file. What a file states is written on every import; what it
// only begins with (`initial`) is written until another import knows better; see begin.ts.

import type { Fault } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { Value, Values } from '../../store/write.js';
import type { SeedContent, SeedRecord } from './content.js';
import { keyOf } from './key.js';
import type { YamlFile } from './motion-file.js';
import { sourceBridge } from './tables.js';
import { type Path, spelled } from './validate.js';

/** Columns as a seed gives them: what is undefined is not stated. */
export type Columns = Record<string, Value | undefined>;

/** The records and faults of one file, gathered part by part. */
export class Collector {
  readonly content: SeedContent = { records: [], faults: [] };
  readonly #file: string;
  readonly #yaml: YamlFile;
  readonly #lines = new Map<string, number>();

  constructor(file: string, yaml: YamlFile) {
    this.#file = file;
    this.#yaml = yaml;
  }

  /** Adds a record that stands at a path of the file. */
  add(table: TableName, path: Path, stated: Columns, initial: Values = {}): void {
    const begin = Object.fromEntries(Object.entries(initial).filter(([name]) => stated[name] === undefined));
    const record: SeedRecord = {
      table,
      row: withoutGaps(stated),
      at: this.#at(path),
      placeOf: (column) => this.#at(this.#pathOf(path, column)),
      ...(Object.keys(begin).length > 0 ? { initial: begin } : {}),
    };
    const key = `${table} ${keyOf(record)}`;
    const first = this.#lines.get(key);
    if (first === undefined) this.content.records.push(record);
    else
      this.fault(path, { expected: `each record once (the first is on line ${first})`, got: keyOf(record) });
    this.#lines.set(key, first ?? record.at.line);
  }

  /** Adds the bridge rows from a record to the sources that show it. */
  addSources(table: TableName, path: Path, id: string, sources: readonly string[]): void {
    const bridge = sourceBridge(table);
    if (!bridge) return;
    for (const [index, source] of sources.entries()) {
      this.add(bridge, [...path, 'sources', index], { [`${table}_id`]: id, source_id: source });
    }
  }

  /** Adds a fault at a path of the file. */
  fault(path: Path, fault: Omit<Fault, 'at'>): void {
    this.content.faults.push({ ...fault, at: this.#at(path) });
  }

  #at(path: Path): SeedRecord['at'] {
    const at = { file: this.#file, line: this.#yaml.lineOf(path) };
    return path.length > 0 ? { ...at, path: spelled(path) } : at;
  }

  #pathOf(path: Path, column: string): Path {
    const key = column.replace(/_id$/, '');
    // An entry of a list is itself the value of what it points at.
    if (['sources', 'themes'].includes(String(path.at(-2)))) return path;
    const isOwn = this.#yaml.has([...path, key]);
    // What the part does not state itself comes from the file's `reading`.
    return !isOwn && this.#yaml.has(['reading', key]) ? ['reading', key] : isOwn ? [...path, key] : path;
  }
}

function withoutGaps(columns: Columns): Values {
  const stated = Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(stated);
}
