// One council: what it is, and the motions recorded of it. One statement.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { councilType, motionKind, outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import type { SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** A motion as a list names it. */
export interface ListedMotion {
  readonly id: string;
  readonly title: string | null;
  readonly kind: Word<typeof motionKind>;
  readonly date: string | null;
  readonly precision: Precision;
  readonly outcome: Word<typeof outcome> | null;
  readonly since: string | null;
}

/** The council. */
export interface CouncilRecord {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly gssCode: string | null;
  readonly registerCode: string | null;
  readonly type: Word<typeof councilType>;
  readonly nation: string | null;
  readonly region: string | null;
  readonly policeUnit: { readonly name: string; readonly code: string; readonly force: string } | null;
  readonly website: string | null;
  readonly democracySite: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly replacedBy: { readonly id: string; readonly name: string } | null;
  readonly wards: number;
  readonly councillors: readonly { readonly id: string; readonly name: string }[];
  /** Motions on the page asked for, newest first, and how many there are. */
  readonly motions: readonly ListedMotion[];
  readonly motionCount: number;
  readonly sources: readonly SourceLabel[];
}

/** Which part of a list is asked for: pages of `size`, counted from 1. */
export interface ListPart {
  readonly page: number;
  readonly size: number;
}

/** Reads a council with a part of its motions; null where none has the id. */
export async function councilRecord(
  db: Kysely<Database>,
  id: string,
  { page, size }: ListPart,
): Promise<CouncilRecord | null> {
  const { rows } = await sql<{ record: CouncilRecord }>`
    SELECT json_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'slug', c.slug,
      'gssCode', c.gss_code, 'registerCode', c.register_code, 'type', c.type, 'nation', c.nation,
      'region', c.region, 'website', c.website, 'democracySite', c.democracy_site,
      'startDate', c.start_date, 'endDate', c.end_date,
      'policeUnit', (SELECT json_build_object('name', u.name, 'code', u.code, 'force', u.force)
        FROM police_unit u WHERE u.id = c.police_unit_id),
      'replacedBy', (SELECT json_build_object('id', o.id, 'name', o.name)
        FROM council o WHERE o.id = c.replaced_by_id),
      'wards', (SELECT count(*) FROM ward w WHERE w.council_id = c.id),
      'councillors', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name)
          ORDER BY n.sort_name, n.name, n.id), '[]') FROM councillor n
        WHERE n.id IN (SELECT h.councillor_id FROM membership h WHERE h.council_id = c.id)),
      'motions', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'kind', m.kind,
          'date', m.date, 'precision', m.date_precision, 'outcome', m.current_outcome,
          'since', m.outcome_since) ORDER BY m.date DESC NULLS LAST, m.id), '[]')
        FROM (SELECT * FROM motion WHERE council_id = c.id ORDER BY date DESC NULLS LAST, id
          LIMIT ${size} OFFSET ${(page - 1) * size}) m),
      'motionCount', (SELECT count(*) FROM motion m WHERE m.council_id = c.id),
      'sources', ${sourcesOf('council', 'c.id')}) AS record
    FROM council c WHERE c.id = ${id}`.execute(db);
  return rows[0]?.record ?? null;
}
