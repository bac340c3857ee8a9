// What councils asked for in their motions on a review without tying it to a recommendation: the asks of
// clauses that no claiming citation joins to the review. A shared theme or a suggestion claims nothing.
import { type Kysely, sql } from 'kysely';
import type { askState, askVerb, clauseStance, reviewState, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** One act asked for, or reported as done, beyond the recommendations of a review. */
export interface AskBeyond {
  readonly id: string;
  readonly council: string;
  readonly motion: string;
  readonly clause: string;
  readonly address: string;
  readonly stance: Word<typeof clauseStance>;
  readonly summary: string | null;
  readonly verb: Word<typeof askVerb>;
  readonly actor: string;
  readonly addressee: string | null;
  readonly addresseeInferred: boolean;
  readonly object: string;
  readonly state: Word<typeof askState>;
  readonly reviewState: Word<typeof reviewState>;
  readonly themes: readonly string[];
}

/** Every such ask of the motions named, in the order of their clauses. */
export async function asksBeyondReview(
  db: Kysely<Database>,
  review: string,
  motions: readonly string[],
): Promise<readonly AskBeyond[]> {
  const { rows } = await sql<AskBeyond>`
    WITH own AS MATERIALIZED (
      SELECT cl.id, cl.motion_id, cl.seq, cl.address, cl.stance, cl.summary, m.council_id
      FROM motion m JOIN clause cl ON cl.motion_id = m.id
      WHERE m.id = ANY (${[...motions]}::text[]) AND m.kind <> 'amendment'
    ), read AS MATERIALIZED (
      SELECT own.id, own.motion_id, ci.basis FROM own JOIN citation ci ON ci.clause_id = own.id
      WHERE ci.review_id = ${review} AND ci.review_state NOT IN ('suggested', 'retired')
    )
    SELECT a.id, cl.council_id AS council, cl.motion_id AS motion, cl.id AS clause, cl.address, cl.stance, cl.summary,
      a.verb, actor.name AS actor,
      addressee.name AS addressee,
      a.addressee_inferred AS "addresseeInferred", a.object, a.state, a.review_state AS "reviewState",
      coalesce((SELECT json_agg(t.name ORDER BY t.name) FROM ask_theme k JOIN theme t ON t.id = k.theme_id
        WHERE k.ask_id = a.id), '[]') AS themes
    FROM ask a
    JOIN own cl ON cl.id = a.clause_id
    JOIN organisation actor ON actor.id = a.actor_id
    LEFT JOIN organisation addressee ON addressee.id = a.addressee_id
    WHERE a.review_state <> 'retired' AND cl.motion_id IN (SELECT motion_id FROM read)
      AND cl.id NOT IN (SELECT id FROM read WHERE basis NOT IN ('thematic', 'inferred'))
    ORDER BY cl.council_id, cl.motion_id, cl.seq, a.seq`.execute(db);
  return rows;
}
