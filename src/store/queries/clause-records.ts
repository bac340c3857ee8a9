// The clauses of a motion in document order, each with what it asks, cites and claims: the part of the
// statement of motion-record.ts that is about clauses.
import { type RawBuilder, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type {
  askState,
  askVerb,
  basis,
  direction,
  reviewState,
  scope,
  strength,
  verification,
  Word,
} from '../../domain/vocabulary.js';
import type { ClauseLabel, SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** One act asked for in a clause, with what is known to have followed. */
export interface AskRecord {
  readonly id: string;
  readonly verb: Word<typeof askVerb>;
  readonly actorId: string;
  readonly actor: string;
  readonly addresseeId: string | null;
  readonly addressee: string | null;
  readonly addresseeInferred: boolean;
  readonly object: string;
  readonly due: string | null;
  readonly duePrecision: Precision | null;
  readonly state: Word<typeof askState>;
  readonly reviewState: Word<typeof reviewState>;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly followUps: readonly {
    readonly id: string;
    readonly occurredOn: string | null;
    readonly precision: Precision;
    readonly state: Word<typeof askState>;
    readonly note: string;
    readonly sources: readonly SourceLabel[];
  }[];
}

/** What a clause says of a recommendation, or of all of them where it is null. */
export interface CitationRecord {
  readonly id: string;
  readonly review: {
    readonly id: string;
    readonly name: string;
    readonly recommendationCount: number | null;
  };
  readonly recommendation: {
    readonly id: string;
    readonly number: string | null;
    readonly numberStatus: Word<typeof verification>;
    readonly title: string;
  } | null;
  readonly direction: Word<typeof direction>;
  readonly basis: Word<typeof basis>;
  readonly strength: Word<typeof strength>;
  readonly scope: Word<typeof scope>;
  readonly reviewState: Word<typeof reviewState>;
}

/** A statistic the clause asserts. */
export interface ClaimRecord {
  readonly id: string;
  readonly measure: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly place: string | null;
  readonly period: string | null;
  readonly sourceStated: boolean;
}

/** A clause with what was read in it. */
export interface ClauseRecord extends Omit<ClauseLabel, 'motion'> {
  readonly parent: string | null;
  readonly leadIn: string | null;
  readonly asks: readonly AskRecord[];
  readonly citations: readonly CitationRecord[];
  readonly claims: readonly ClaimRecord[];
  /** How many clauses of other motions share wording with it. */
  readonly textMatches: number;
}

/** An AskRecord of the rows `a`, `actor` and `addressee`, with more fields where a list needs them. */
export function askRecord(more: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<unknown> {
  const fields = Object.entries(more).map(([name, value]) => sql`, ${sql.lit(name)}, ${value}`);
  return sql`json_build_object('id', a.id, 'verb', a.verb, 'actorId', actor.id, 'actor', actor.name,
    'addresseeId', addressee.id, 'addressee', addressee.name, 'addresseeInferred', a.addressee_inferred,
    'object', a.object, 'due', a.due, 'duePrecision', a.due_precision, 'state', a.state,
    'reviewState', a.review_state,
    'themes', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
      FROM ask_theme k JOIN theme t ON t.id = k.theme_id WHERE k.ask_id = a.id),
    'followUps', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'occurredOn', f.occurred_on,
        'precision', f.date_precision, 'state', f.state, 'note', f.note,
        'sources', ${sourcesOf('follow_up', 'f.id')}) ORDER BY f.seq), '[]')
      FROM follow_up f WHERE f.ask_id = a.id)${sql.join(fields, sql``)})`;
}

const asks = sql`(SELECT coalesce(json_agg(${askRecord()} ORDER BY a.seq), '[]')
  FROM ask a JOIN organisation actor ON actor.id = a.actor_id
  LEFT JOIN organisation addressee ON addressee.id = a.addressee_id
  WHERE a.clause_id = cl.id AND a.review_state <> 'retired')`;

const citations = sql`(SELECT coalesce(json_agg(json_build_object('id', ci.id,
    'review', json_build_object('id', r.id, 'name', r.short_name,
      'recommendationCount', r.recommendation_count),
    'recommendation', CASE WHEN n.id IS NOT NULL THEN json_build_object('id', n.id, 'number', n.number,
      'numberStatus', n.number_status, 'title', n.title) END,
    'direction', ci.direction, 'basis', ci.basis, 'strength', ci.strength, 'scope', ci.scope,
    'reviewState', ci.review_state) ORDER BY n.number_sort NULLS FIRST, ci.id), '[]')
  FROM citation ci JOIN review r ON r.id = ci.review_id
  LEFT JOIN recommendation n ON n.id = ci.recommendation_id
  WHERE ci.clause_id = cl.id AND ci.review_state <> 'retired')`;

const claims = sql`(SELECT coalesce(json_agg(json_build_object('id', k.id, 'measure', k.measure,
    'value', k.value, 'unit', k.unit, 'place', k.place, 'period', k.period,
    'sourceStated', k.source_stated) ORDER BY k.seq), '[]')
  FROM claim k WHERE k.clause_id = cl.id)`;

/** The clauses of motion `m`, as ClauseRecords. */
export const clauses = sql`(SELECT coalesce(json_agg(json_build_object('id', cl.id, 'parent', cl.parent_id,
    'seq', cl.seq, 'label', cl.label, 'address', cl.address, 'addressInferred', cl.address_inferred,
    'kind', cl.kind, 'kindInferred', cl.kind_inferred, 'stance', cl.stance, 'leadIn', cl.lead_in,
    'summary', cl.summary, 'text', cl.text, 'textStatus', cl.text_status, 'wording', cl.wording,
    'source', cl.source_id, 'asks', ${asks}, 'citations', ${citations}, 'claims', ${claims},
    'textMatches', (SELECT count(*) FROM text_match t WHERE t.clause_id = cl.id))
    ORDER BY cl.seq), '[]')
  FROM clause cl WHERE cl.motion_id = m.id)`;
