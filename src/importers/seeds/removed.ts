import type { Fault } from '../../errors.js';
import { readCsv } from './csv.js';
import { removedSchema } from './schema.js';
import { removedFile as file } from './tables.js';

/** Why records were taken out of the seeds, by id. */
export type Reasons = ReadonlyMap<string, string>;

/** Reads removed.csv. */
export function readRemoved(text: string): { reasons: Reasons; faults: Fault[] } {
  const { lines, faults } = readCsv(file, text, removedSchema);
  const reasons = new Map<string, string>();
  for (const { line, cells } of lines) {
    const { id = '', reason = '' } = cells;
    if (reasons.has(id)) faults.push({ expected: 'one reason for each id', got: id, at: { file, line } });
    reasons.set(id, reason);
  }
  return { reasons, faults };
}
