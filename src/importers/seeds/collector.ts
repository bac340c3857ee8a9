// Gathers the records of one motion's file. What a file states is written on every import; what it
// only begins with (`initial`) is written until another import knows better; see begin.ts.

import type { Fault } from '../../errors.js';
import type { TableName } from '../../store/tables.js';
import type { Value, Values } from '../../store/write.js';
import type { SeedContent, SeedRecord } from './content.js';
import type { YamlFile } from './motion-file.js';
import { sourceBridge } from './tables.js';
import type { Path } from './validate.js';

/** Columns as a seed gives them: what is undefined is not stated. */
export type Columns = Record<string, Value | undefined>;

/** The records and faults of one file, gathered part by part. */
export class Collector {
  readonly content: SeedContent = { records: [], faults: [] };
  readonly #file: string;
  readonly #yaml: YamlFile;

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
      at: { file: this.#file, line: this.#yaml.lineOf(path) },
      lineOf: (column) => this.#lineOf(path, column),
      ...(Object.keys(begin).length > 0 ? { initial: begin } : {}),
    };
    this.content.records.push(record);
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
    const at = { file: this.#file, line: this.#yaml.lineOf(path), path: path.join('.') };
    this.content.faults.push({ ...fault, at });
  }

  #lineOf(path: Path, column: string): number {
    const key = column.replace(/_id$/, '');
    const own = this.#yaml.lineOf([...path, key]);
    // What the part does not state itself comes from the file's `reading`.
    const shared = this.#yaml.lineOf(['reading', key]);
    return own === this.#yaml.lineOf(path) && shared > this.#yaml.lineOf(['reading']) ? shared : own;
  }
}

function withoutGaps(columns: Columns): Values {
  const stated = Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(stated);
}
