import type { Fault } from '../../errors.js';
import type { ImportRecord } from '../record.js';

/** A record of a seed. */
export interface SeedRecord extends ImportRecord {
  readonly at: { file: string; line: number };
  /** The line of one of its columns, where the format can tell. */
  readonly lineOf?: (column: string) => number;
}

/** What one seed file holds, and everything that is wrong with it. */
export interface SeedContent {
  records: SeedRecord[];
  faults: Fault[];
}
