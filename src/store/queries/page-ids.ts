// The ids that have a page of their own, part by part: what a sitemap lists.
import { type Kysely, sql } from 'kysely';
import type { Database, TableName } from '../tables.js';

/** The tables whose records have a page. */
export const pagedTables = [
  'council',
  'review',
  'recommendation',
  'motion',
  'councillor',
  'source',
  'ward',
  'theme',
  'organisation',
] as const satisfies readonly TableName[];

/** A table whose records have a page. */
export type PagedTable = (typeof pagedTables)[number];

/** How many records each of these tables holds. */
export async function countPages(db: Kysely<Database>): Promise<ReadonlyMap<PagedTable, number>> {
  const counts = pagedTables.map(
    (table) => sql`SELECT ${sql.lit(table)} AS name, count(*)::int AS records FROM ${sql.table(table)}`,
  );
  const { rows } = await sql<{
    name: PagedTable;
    records: number;
  }>`${sql.join(counts, sql` UNION ALL `)}`.execute(db);
  return new Map(rows.map(({ name, records }) => [name, records]));
}

/** One part of the ids of a table in their order; parts are counted from 1. */
export async function pageIds(
  db: Kysely<Database>,
  table: PagedTable,
  { part, size }: { part: number; size: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ${sql.table(table)} ORDER BY id LIMIT ${size} OFFSET ${(part - 1) * size}`.execute(db);
  return rows.map(({ id }) => id);
}
