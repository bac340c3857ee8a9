// One motion with everything recorded of it: people, steps, votes, amendments, and each clause with what it
// asks, cites and claims. One statement, whatever the size of the motion.
import { type Kysely, sql } from 'kysely';
import type { EventFacts } from '../../domain/outcome.js';
import type { Precision } from '../../domain/partial-date.js';
import type {
  decisionMode,
  motionKind,
  motionStage,
  motionTextStatus,
  outcome,
  personRole,
  voteOption,
  Word,
} from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import { attestedOn } from './attested.js';
import { type ClauseRecord, clauses } from './clause-records.js';
import type { SourceLabel } from './matrix-labels.js';
import { sourceLabel, sourcesOf } from './source-label.js';

/** An id with the words to print for it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody’s part in the motion, with ward and party as on that day. */
export interface PersonRecord {
  readonly id: string;
  readonly role: Word<typeof personRole>;
  readonly name: string;
  readonly isGroup: boolean;
  readonly councillor: string | null;
  readonly ward: string | null;
  readonly party: string | null;
  readonly sources: readonly SourceLabel[];
}

/** A step in the motion’s life. */
export interface EventRecord extends EventFacts {
  readonly outcomeText: string | null;
  readonly body: string | null;
  readonly decisionMode: Word<typeof decisionMode>;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstain: number | null;
  readonly amendment: string | null;
  readonly note: string | null;
  readonly votes: readonly (Named & { readonly option: Word<typeof voteOption> })[];
  readonly sources: readonly SourceLabel[];
}

/** Another motion: one that this amends, or an amendment to it with its own fate. */
export interface OtherMotion {
  readonly id: string;
  readonly title: string | null;
  readonly outcome: Word<typeof outcome> | null;
  readonly note: string | null;
  readonly people: readonly string[];
}

/** An amendment as its motion tells it: who put it, what it says, and what became of it. */
export interface AmendmentRecord extends OtherMotion {
  readonly textStatus: Word<typeof motionTextStatus>;
  /** Its first clauses in their order, and how many it has. */
  readonly clauses: readonly {
    readonly address: string;
    readonly summary: string | null;
    readonly text: string | null;
  }[];
  readonly clauseCount: number;
  /** The step that decided it, or the last one recorded; null where none is. */
  readonly decision:
    | (Pick<
        EventRecord,
        'occurredOn' | 'precision' | 'body' | 'decisionMode' | 'votesFor' | 'votesAgainst' | 'votesAbstain'
      > & { readonly sources: readonly SourceLabel[] })
    | null;
}

/** The motion. Stage, outcome and since are derived from the events by the rule of the domain. */
export interface MotionRecord {
  readonly id: string;
  readonly title: string | null;
  readonly kind: Word<typeof motionKind>;
  readonly textStatus: Word<typeof motionTextStatus>;
  readonly date: string | null;
  readonly precision: Precision;
  readonly note: string | null;
  readonly council: Named & { readonly shortName: string };
  readonly stage: Word<typeof motionStage> | null;
  readonly outcome: Word<typeof outcome> | null;
  readonly since: string | null;
  readonly decidingEvent: string | null;
  readonly amends: OtherMotion | null;
  readonly amendments: readonly AmendmentRecord[];
  readonly people: readonly PersonRecord[];
  readonly events: readonly EventRecord[];
  readonly clauses: readonly ClauseRecord[];
  readonly sources: readonly SourceLabel[];
  readonly clauseSources: readonly SourceLabel[];
}

/** Reads a motion; null where no motion has the id. */
export async function motionRecord(db: Kysely<Database>, id: string): Promise<MotionRecord | null> {
  const { rows } = await sql<{ record: MotionRecord }>`
    SELECT json_build_object('id', m.id, 'title', m.title, 'kind', m.kind, 'textStatus', m.text_status,
      'date', m.date, 'precision', m.date_precision, 'note', m.note,
      'council', json_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name),
      'stage', m.current_stage, 'outcome', m.current_outcome, 'since', m.outcome_since,
      'decidingEvent', m.deciding_event_id,
      'amends', (SELECT ${otherMotion} FROM motion o WHERE o.id = m.amends_id),
      'amendments', (SELECT coalesce(json_agg(${amendment} ORDER BY o.id), '[]')
        FROM motion o WHERE o.amends_id = m.id),
      'people', ${people}, 'events', ${events}, 'clauses', ${clauses},
      'sources', ${sourcesOf('motion', 'm.id')},
      'clauseSources', (SELECT coalesce(json_agg(${sourceLabel('s')} ORDER BY s.id), '[]') FROM source s
        WHERE s.id IN (SELECT cl.source_id FROM clause cl WHERE cl.motion_id = m.id))) AS record
    FROM motion m JOIN council c ON c.id = m.council_id WHERE m.id = ${id}`.execute(db);
  return rows[0]?.record ?? null;
}

const otherMotion = sql`json_build_object('id', o.id, 'title', o.title, 'outcome', o.current_outcome,
  'note', o.note, 'people', (SELECT coalesce(json_agg(p.name ORDER BY p.seq), '[]')
    FROM motion_person p WHERE p.motion_id = o.id))`;

// Clauses of an amendment that are printed where its motion is.
const amendmentClauses = 6;

const amendment = sql`json_build_object('id', o.id, 'title', o.title, 'outcome', o.current_outcome,
  'note', o.note, 'textStatus', o.text_status,
  'people', (SELECT coalesce(json_agg(p.name ORDER BY p.seq), '[]') FROM motion_person p WHERE p.motion_id = o.id),
  'clauses', (SELECT coalesce(json_agg(json_build_object('address', cl.address, 'summary', cl.summary,
      'text', cl.text) ORDER BY cl.seq), '[]')
    FROM (SELECT * FROM clause WHERE motion_id = o.id ORDER BY seq LIMIT ${sql.lit(amendmentClauses)}) cl),
  'clauseCount', (SELECT count(*) FROM clause cl WHERE cl.motion_id = o.id),
  'decision', (SELECT json_build_object('occurredOn', e.occurred_on, 'precision', e.date_precision,
      'body', b.name, 'decisionMode', e.decision_mode, 'votesFor', e.votes_for,
      'votesAgainst', e.votes_against, 'votesAbstain', e.votes_abstain, 'sources', ${sourcesOf('motion_event', 'e.id')})
    FROM motion_event e LEFT JOIN body b ON b.id = e.body_id WHERE e.motion_id = o.id
    ORDER BY (e.id = o.deciding_event_id) IS TRUE DESC, e.seq DESC LIMIT 1))`;

/**
 * Ward or party of person `p` in motion `m`: printed for that day, else of the memberships attested on it if
 * they agree, else null, as the graph says too.
 */
export const onTheDay = (column: 'ward_id' | 'party_id') => sql`coalesce(${sql.ref(`p.${column}`)}, (
  SELECT CASE WHEN count(DISTINCT ${sql.ref(`h.${column}`)}) = 1 THEN min(${sql.ref(`h.${column}`)}) END
  FROM membership h WHERE h.councillor_id = p.councillor_id AND h.council_id = m.council_id
    AND m.date_precision = 'day' AND ${sql.raw(attestedOn('h', 'm.date'))}))`;

const people = sql`(SELECT coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'name', p.name,
    'isGroup', p.is_group, 'councillor', p.councillor_id,
    'ward', (SELECT name FROM ward WHERE id = ${onTheDay('ward_id')}),
    'party', (SELECT name FROM party WHERE id = ${onTheDay('party_id')}),
    'sources', ${sourcesOf('motion_person', 'p.id')}) ORDER BY p.seq), '[]')
  FROM motion_person p WHERE p.motion_id = m.id)`;

const events = sql`(SELECT coalesce(json_agg(json_build_object('id', e.id, 'seq', e.seq, 'stage', e.stage,
    'occurredOn', e.occurred_on, 'precision', e.date_precision, 'authoritative', e.authoritative,
    'outcome', e.outcome, 'outcomeText', e.outcome_text, 'body', b.name, 'decisionMode', e.decision_mode,
    'votesFor', e.votes_for, 'votesAgainst', e.votes_against, 'votesAbstain', e.votes_abstain,
    'amendment', e.amendment_id, 'note', e.note,
    'votes', (SELECT coalesce(json_agg(json_build_object('id', v.councillor_id, 'name', n.name,
        'option', v.option) ORDER BY n.sort_name, n.name, n.id), '[]')
      FROM vote v JOIN councillor n ON n.id = v.councillor_id WHERE v.event_id = e.id),
    'sources', ${sourcesOf('motion_event', 'e.id')}) ORDER BY e.seq), '[]')
  FROM motion_event e LEFT JOIN body b ON b.id = e.body_id WHERE e.motion_id = m.id)`;
