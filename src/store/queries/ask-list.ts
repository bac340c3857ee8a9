// Acts asked for, whoever’s motion asks them: of an addressee, or on a theme, with what followed. One list for
// the pages that follow asks through, newest motion first.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { askState, clauseStance, outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import { type AskRecord, askRecord } from './clause-records.js';

/** Which asks are meant, narrowed to those in one state where that is said. */
export interface AskScope {
  readonly of: 'addressee' | 'theme';
  readonly id: string;
  readonly state: Word<typeof askState> | null;
}

/** An ask with the clause and motion it stands in. */
export interface ListedAsk extends AskRecord {
  readonly clause: {
    readonly id: string;
    readonly address: string;
    readonly stance: Word<typeof clauseStance>;
  };
  readonly motion: {
    readonly id: string;
    readonly title: string | null;
    readonly isAmendment: boolean;
    readonly date: string | null;
    readonly precision: Precision;
    readonly outcome: Word<typeof outcome> | null;
    readonly council: { readonly id: string; readonly shortName: string };
  };
}

/** How many asks are in a state, whatever became of their motions. */
export interface AskCount {
  readonly state: Word<typeof askState>;
  readonly asks: number;
}

/** A page of asks; the counts are of all of them, whatever the state asked for. */
export interface AskList {
  readonly counts: readonly AskCount[];
  readonly asks: readonly ListedAsk[];
}

/**
 * Reads a page of asks, of `size` from `page` (counted from 1); retired readings are left out. The newest motion
 * comes first by the day in its id: to join tens of thousands of asks to their motions for twenty-five of them
 * would take longer than a reader waits.
 */
export async function askList(
  db: Kysely<Database>,
  { of, id, state }: AskScope,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<AskList> {
  const { rows } = await sql<AskList>`
    WITH meant AS MATERIALIZED (
      SELECT a.id, a.state, a.clause_id, nullif(split_part(a.id, '/', 3), 'undated') AS day FROM ask a
      WHERE a.review_state <> 'retired' AND ${within[of](id)}
    ), page AS (
      SELECT id, clause_id, day FROM meant WHERE ${state}::text IS NULL OR state = ${state}
      ORDER BY day DESC NULLS LAST, id LIMIT ${size} OFFSET ${(page - 1) * size}
    )
    SELECT (SELECT coalesce(json_agg(json_build_object('state', state, 'asks', asks) ORDER BY state), '[]')
        FROM (SELECT state, count(*) AS asks FROM meant GROUP BY state) counted) AS counts,
      (SELECT coalesce(json_agg(${askRecord({
        clause: sql`json_build_object('id', cl.id, 'address', cl.address, 'stance', cl.stance)`,
        motion: sql`json_build_object('id', m.id, 'title', m.title, 'isAmendment', m.kind = 'amendment',
          'date', m.date, 'precision', m.date_precision, 'outcome', m.current_outcome,
          'council', json_build_object('id', c.id, 'shortName', c.short_name))`,
      })} ORDER BY p.day DESC NULLS LAST, m.id, cl.seq, a.seq), '[]')
        FROM page p JOIN ask a ON a.id = p.id JOIN organisation actor ON actor.id = a.actor_id
        LEFT JOIN organisation addressee ON addressee.id = a.addressee_id
        JOIN clause cl ON cl.id = p.clause_id JOIN motion m ON m.id = cl.motion_id
        JOIN council c ON c.id = m.council_id) AS asks`.execute(db);
  return rows[0] as AskList;
}

const within: Readonly<Record<AskScope['of'], (id: string) => RawBuilder<unknown>>> = {
  addressee: (id) => sql`a.addressee_id = ${id}`,
  theme: (id) => sql`a.id IN (SELECT ask_id FROM ask_theme WHERE theme_id = ${id})`,
};
