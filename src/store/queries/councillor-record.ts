// One councillor by what they did in public office: the roles sources show, and their part in motions, with
// ward and party as they stood on that day. One statement.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { personRole, voteOption, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import type { SourceLabel } from './matrix-labels.js';
import { onTheDay } from './motion-record.js';
import { sourcesOf } from './source-label.js';

/** A motion that somebody had a part in. */
interface ActedOn {
  readonly motion: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly precision: Precision;
  readonly council: { readonly id: string; readonly shortName: string };
}

/** A role with the days between which, or on which, sources show it. */
export interface MembershipRecord {
  readonly id: string;
  readonly role: string;
  readonly roleInferred: boolean;
  readonly council: { readonly id: string; readonly name: string };
  readonly ward: string | null;
  readonly party: string | null;
  readonly body: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly firstAttestedOn: string | null;
  readonly lastAttestedOn: string | null;
  readonly sources: readonly SourceLabel[];
}

/** The councillor. */
export interface CouncillorRecord {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly MembershipRecord[];
  readonly motions: readonly (ActedOn & {
    readonly id: string;
    readonly role: Word<typeof personRole>;
    readonly ward: string | null;
    readonly party: string | null;
  })[];
  readonly votes: readonly (ActedOn & {
    readonly id: string;
    readonly option: Word<typeof voteOption>;
  })[];
  readonly sources: readonly SourceLabel[];
}

/** Reads a councillor; null where none has the id. */
export async function councillorRecord(db: Kysely<Database>, id: string): Promise<CouncillorRecord | null> {
  const { rows } = await sql<{ record: CouncillorRecord }>`
    SELECT json_build_object('id', n.id, 'name', n.name,
      'memberships', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'role', h.role,
          'roleInferred', h.role_inferred, 'council', json_build_object('id', c.id, 'name', c.name),
          'ward', w.name, 'party', y.name, 'body', b.name, 'startDate', h.start_date,
          'endDate', h.end_date, 'firstAttestedOn', h.first_attested_on,
          'lastAttestedOn', h.last_attested_on, 'sources', ${sourcesOf('membership', 'h.id')})
          ORDER BY coalesce(h.start_date, h.first_attested_on) DESC NULLS LAST, h.id), '[]')
        FROM membership h JOIN council c ON c.id = h.council_id LEFT JOIN ward w ON w.id = h.ward_id
        LEFT JOIN party y ON y.id = h.party_id LEFT JOIN body b ON b.id = h.body_id
        WHERE h.councillor_id = n.id),
      'motions', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, ${actedOn},
          'ward', (SELECT name FROM ward WHERE id = ${onTheDay('ward_id')}),
          'party', (SELECT name FROM party WHERE id = ${onTheDay('party_id')}))
          ORDER BY m.date DESC NULLS LAST, p.id), '[]')
        FROM motion_person p JOIN motion m ON m.id = p.motion_id JOIN council c ON c.id = m.council_id
        WHERE p.councillor_id = n.id),
      'votes', (SELECT coalesce(json_agg(json_build_object('id', v.id, 'option', v.option, ${actedOn})
          ORDER BY m.date DESC NULLS LAST, v.id), '[]')
        FROM vote v JOIN motion_event e ON e.id = v.event_id JOIN motion m ON m.id = e.motion_id
        JOIN council c ON c.id = m.council_id WHERE v.councillor_id = n.id),
      'sources', ${sourcesOf('councillor', 'n.id')}) AS record
    FROM councillor n WHERE n.id = ${id}`.execute(db);
  return rows[0]?.record ?? null;
}

const actedOn = sql`'motion', m.id, 'title', m.title, 'date', m.date, 'precision', m.date_precision,
  'council', json_build_object('id', c.id, 'shortName', c.short_name)`;
