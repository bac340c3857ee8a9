import type { Fault } from '../../errors.js';
import type { ImportRecord } from '../record.js';

/** A record of a seed. */
export interface SeedRecord extends ImportRecord {
  readonly at: { file: string; line: number; path?: string };
}

/** What one seed file holds, and everything that is wrong with it. */
export interface SeedContent {
  records: SeedRecord[];
  faults: Fault[];
}
