// What councils asked for in their motions on a review without tying it to a recommendation: the asks of
// clauses that no claiming citation joins to the review. A shared theme or a suggestion claims nothing.
// The clauses of these motions are asked for their citations one by one (hence OFFSET 0): a review has many more.
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
      FROM unnest(${[...motions]}::text[]) k(id)
      JOIN motion m ON m.id = k.id AND m.kind <> 'amendment' JOIN clause cl ON cl.motion_id = m.id
    ), read AS MATERIALIZED (
      SELECT own.id, own.motion_id, ci.basis FROM own CROSS JOIN LATERAL (
        SELECT ci.basis FROM citation ci WHERE ci.clause_id = own.id AND ci.review_id = ${review}
          AND ci.review_state NOT IN ('suggested', 'retired') OFFSET 0) ci
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
