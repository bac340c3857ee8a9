import type { Fault } from '../../errors.js';
import { readCsv } from './csv.js';
import { removedSchema } from './schema.js';
import { removedFile as file } from './tables.js';

/** Why records were taken out of the seeds, by id. */
export type Reasons = ReadonlyMap<string, string>;

/** What removed.csv says: why each record went, and which of them became one with another, by id. */
export interface Removed {
  readonly reasons: Reasons;
  readonly mergedInto: ReadonlyMap<string, string>;
}

/** Reads removed.csv. */
export function readRemoved(text: string): Removed & { faults: Fault[] } {
  const { lines, faults } = readCsv(file, text, removedSchema);
  const reasons = new Map<string, string>();
  const mergedInto = new Map<string, string>();
  for (const { line, cells } of lines) {
    const { id = '', reason = '', merged_into: into } = cells;
    if (reasons.has(id)) faults.push({ expected: 'one reason for each id', got: id, at: { file, line } });
    reasons.set(id, reason);
    if (into === undefined) continue;
    if (into === id || into.split('/')[0] !== id.split('/')[0])
      faults.push({ expected: `another record of the kind of ${id}`, got: into, at: { file, line } });
    mergedInto.set(id, into);
  }
  return { reasons, mergedInto, faults };
}
