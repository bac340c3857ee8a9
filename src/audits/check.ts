// What an audit check is: a numbered rule with a question that answers the records that break it.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../store/tables.js';

/** A failing MUST stops publication; SHOULD and MAY are reported. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** One rule. Its code is stable: never reused, never renumbered. */
export interface Check {
  readonly code: string;
  readonly level: Level;
  /** The rule as a sentence: what holds of every record where the check passes. */
  readonly rule: string;
  /** The ids of the records that break it. */
  readonly broken: (db: Kysely<Database>) => Promise<string[]>;
}

/** A rule that one statement asks: it selects the offending records as `id`. */
export function check(code: string, level: Level, rule: string, query: string): Check {
  return { code, level, rule, broken: (db) => ids(db, sql.raw(query)) };
}

async function ids(db: Kysely<Database>, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM (${query}) found GROUP BY id ORDER BY id COLLATE "C"`.execute(db);
  return rows.map((row) => row.id);
}
