// One source: what it is, under which rights, and how much of the record rests on it. One statement.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { Database, TableName } from '../tables.js';
import type { SourceLabel } from './matrix-labels.js';

/** The source. */
export interface SourceRecord extends SourceLabel {
  readonly retrievedAt: string | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly licence: { readonly name: string; readonly url: string | null; readonly summary: string } | null;
  readonly rights: string | null;
  readonly note: string | null;
  /** How many records of each table name it, where any do. */
  readonly shows: readonly { readonly table: string; readonly records: number }[];
  /** The motions of which it shows anything. */
  readonly motions: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly precision: Precision;
    readonly council: { readonly shortName: string };
  }[];
}

// Every table whose records name their sources by a bridge; a clause names the one it was read in itself.
const sourced = [
  'council',
  'ward',
  'party',
  'police_unit',
  'councillor',
  'membership',
  'body',
  'meeting',
  'organisation',
  'review',
  'recommendation',
  'motion',
  'motion_person',
  'motion_event',
  'follow_up',
  'coverage',
] as const satisfies readonly TableName[];

/** Reads a source; null where none has the id. */
export async function sourceRecord(db: Kysely<Database>, id: string): Promise<SourceRecord | null> {
  const counts = sourced.map(
    (table) => sql`SELECT ${sql.lit(table)} AS kind, count(*)::int AS records
      FROM ${sql.table(`${table}_source`)} WHERE source_id = ${id}`,
  );
  const { rows } = await sql<SourceRecord>`
    WITH counted AS (${sql.join(counts, sql` UNION ALL `)}
      UNION ALL SELECT 'clause', count(*)::int FROM clause WHERE source_id = ${id}
    ), shown AS (
      SELECT motion_id AS id FROM motion_source WHERE source_id = ${id}
      UNION SELECT motion_id FROM clause WHERE source_id = ${id}
      UNION SELECT e.motion_id FROM motion_event_source k JOIN motion_event e ON e.id = k.motion_event_id
        WHERE k.source_id = ${id}
    )
    SELECT s.id, s.title, s.publisher, s.kind, s.url, s.published_on AS "publishedOn",
      s.published_precision AS precision, s.completeness, s.retrieved_at AS "retrievedAt",
      s.media_type AS "mediaType", s.sha256, s.rights, s.note,
      CASE WHEN l.id IS NOT NULL
        THEN json_build_object('name', l.name, 'url', l.url, 'summary', l.summary) END AS licence,
      (SELECT coalesce(json_agg(json_build_object('table', kind, 'records', records) ORDER BY kind), '[]')
        FROM counted WHERE records > 0) AS shows,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'date', m.date,
          'precision', m.date_precision, 'council', json_build_object('shortName', c.short_name))
          ORDER BY m.id), '[]')
        FROM motion m JOIN council c ON c.id = m.council_id WHERE m.id IN (SELECT id FROM shown)) AS motions
    FROM source s LEFT JOIN licence l ON l.id = s.licence_id WHERE s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
