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
  readonly broken: (db: Kysely<Database>) => Promise<Broken>;
}

/** How many records break a rule, and the ids of the first of them in byte order. */
export interface Broken {
  readonly count: number;
  readonly records: readonly string[];
}

// A rule may be broken by millions; nobody reads more than the first, and memory stays flat.
const named = 100;

/** What is told of these records. */
export function told(records: readonly string[]): Broken {
  return { count: records.length, records: records.slice(0, named) };
}

/** A rule that one statement asks: it selects the offending records as `id`. */
export function check(code: string, level: Level, rule: string, query: string): Check {
  return { code, level, rule, broken: (db) => found(db, sql.raw(query)) };
}

async function found(db: Kysely<Database>, query: RawBuilder<unknown>): Promise<Broken> {
  const { rows } = await sql<Broken>`WITH found AS (SELECT DISTINCT id FROM (${query}) broken)
    SELECT (SELECT count(*) FROM found)::int AS count,
      ARRAY(SELECT id FROM found ORDER BY id COLLATE "C" LIMIT ${named}) AS records`.execute(db);
  return rows[0] ?? told([]);
}
