// One ward: what it is, who sat for it on which days as sources show, and the motions of those who did so on the
// day. One statement.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { outcome, personRole, verification, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import type { SourceLabel } from './matrix-labels.js';
import { onTheDay } from './motion-record.js';
import { sourcesOf } from './source-label.js';

/** Somebody who sat for the ward, with the days between which, or on which, sources show it. */
export interface WardMember {
  readonly id: string;
  readonly councillor: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly party: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly firstAttestedOn: string | null;
  readonly lastAttestedOn: string | null;
  readonly sources: readonly SourceLabel[];
}

/** The ward. */
export interface WardRecord {
  readonly id: string;
  readonly name: string;
  readonly council: { readonly id: string; readonly name: string; readonly shortName: string } | null;
  readonly councilInferred: boolean;
  readonly gssCode: string | null;
  readonly seats: number | null;
  readonly seatsStatus: Word<typeof verification> | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly members: readonly WardMember[];
  readonly motions: readonly {
    readonly id: string;
    readonly role: Word<typeof personRole>;
    readonly person: string;
    readonly councillor: string | null;
    readonly motion: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly precision: Precision;
    readonly outcome: Word<typeof outcome> | null;
    readonly council: { readonly id: string; readonly shortName: string };
  }[];
  readonly sources: readonly SourceLabel[];
}

/** Reads a ward; null where none has the id. */
export async function wardRecord(db: Kysely<Database>, id: string): Promise<WardRecord | null> {
  const { rows } = await sql<{ record: WardRecord }>`
    SELECT json_build_object('id', w.id, 'name', w.name,
      'council', CASE WHEN o.id IS NOT NULL
        THEN json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) END,
      'councilInferred', w.council_inferred, 'gssCode', w.gss_code, 'seats', w.seats,
      'seatsStatus', w.seats_status, 'startDate', w.start_date, 'endDate', w.end_date,
      'members', (SELECT coalesce(json_agg(json_build_object('id', h.id,
          'councillor', json_build_object('id', n.id, 'name', n.name), 'role', h.role, 'party', y.name,
          'startDate', h.start_date, 'endDate', h.end_date, 'firstAttestedOn', h.first_attested_on,
          'lastAttestedOn', h.last_attested_on, 'sources', ${sourcesOf('membership', 'h.id')})
          ORDER BY coalesce(h.start_date, h.first_attested_on) DESC NULLS LAST, n.sort_name, h.id), '[]')
        FROM membership h JOIN councillor n ON n.id = h.councillor_id LEFT JOIN party y ON y.id = h.party_id
        WHERE h.ward_id = w.id),
      'motions', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'person', p.name,
          'councillor', p.councillor_id, 'motion', m.id, 'title', m.title, 'date', m.date,
          'precision', m.date_precision, 'outcome', m.current_outcome,
          'council', json_build_object('id', c.id, 'shortName', c.short_name))
          ORDER BY m.date DESC NULLS LAST, p.id), '[]')
        FROM motion_person p JOIN motion m ON m.id = p.motion_id JOIN council c ON c.id = m.council_id
        WHERE p.id IN (SELECT id FROM motion_person WHERE ward_id = w.id UNION SELECT acted.id
            FROM motion_person acted JOIN membership h ON h.councillor_id = acted.councillor_id WHERE h.ward_id = w.id)
          AND ${onTheDay('ward_id')} = w.id),
      'sources', ${sourcesOf('ward', 'w.id')}) AS record
    FROM ward w LEFT JOIN council o ON o.id = w.council_id WHERE w.id = ${id}`.execute(db);
  return rows[0]?.record ?? null;
}
