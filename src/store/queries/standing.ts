// Where some words stand in the record.
import { type Kysely, sql } from 'kysely';
import { type ColumnDescription, described } from '../describe.js';
import type { Database } from '../tables.js';

/** A record by its key’s parts with spaces between them, and the column. */
export interface Place {
  readonly record: string;
  readonly column: string;
}

/** At most so many places of each column are told. */
const most = 20;

/** The published records that hold words, whatever their case; ids and words of closed lists are not looked at. */
export async function placesHolding(db: Kysely<Database>, words: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const table of described.values()) {
    if (!table.published) continue;
    const record = table.key.map((column) => `r."${column}"`).join(` || ' ' || `);
    for (const { name } of table.columns.filter(isFree)) {
      const { rows } = await sql<{ record: string }>`
        SELECT ${sql.raw(record)} AS record FROM ${sql.table(table.name)} r
        WHERE strpos(lower(r.${sql.id(name)}), lower(${words})) > 0 ORDER BY 1 LIMIT ${sql.lit(most)}`.execute(
        db,
      );
      places.push(...rows.map((row) => ({ record: row.record, column: name })));
    }
  }
  return places;
}

/** Whether a column holds words of its own: no id, no word of a closed list, nothing the database makes. */
export function isFree({ name, kind, words, references, hidden }: ColumnDescription): boolean {
  return kind === 'text' && name !== 'id' && !words && !references && !hidden;
}
