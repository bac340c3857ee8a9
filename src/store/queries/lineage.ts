// Where wording stands that a clause or a motion shares with others: what the pages of lineage print. The
// pairs themselves are computed (store/text-matches.ts); here they are told with the motions they stand in.
import { type Kysely, sql } from 'kysely';
import type { Precision } from '../../domain/partial-date.js';
import type { clauseTextStatus, outcome, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';

/** A motion as lineage tells it. */
export interface CarryingMotion {
  readonly id: string;
  readonly title: string | null;
  readonly council: string;
  readonly councilName: string;
  readonly date: string | null;
  readonly precision: Precision;
  readonly outcome: Word<typeof outcome> | null;
}

/** A clause with its wording, where that may be published. */
export interface WordedClause {
  readonly id: string;
  readonly address: string;
  readonly text: string | null;
  readonly textStatus: Word<typeof clauseTextStatus>;
  readonly summary: string | null;
}

/** What a pair of clauses shares; spans in UTF-16 units of each wording. */
export interface Shared {
  readonly similarity: number;
  readonly sharedWords: number;
  readonly span: readonly [number, number];
  readonly otherSpan: readonly [number, number];
  readonly otherIsEarlier: boolean | null;
}

/** A clause elsewhere that shares wording. */
export interface ClauseMatch extends Shared {
  readonly clause: WordedClause;
  readonly motion: CarryingMotion;
}

/** A clause, and where else its wording stands, the earliest first. */
export interface ClauseLineage {
  readonly clause: WordedClause;
  readonly motion: CarryingMotion;
  readonly matches: readonly ClauseMatch[];
}

/** A motion that shares wording with the one asked about. */
export interface MotionMatch {
  readonly motion: CarryingMotion;
  /** How many clauses of the motion asked about stand in it too, in whole or in part. */
  readonly clauses: number;
  /** How many of those stand in it word for word. */
  readonly unchanged: number;
  /** How many clauses of it share no wording with the motion asked about. */
  readonly own: number;
  /** The highest similarity of a pair, in per cent. */
  readonly similarity: number;
}

/** A motion, and which others share its wording, the earliest first. */
export interface MotionLineage {
  readonly motion: CarryingMotion;
  readonly clauses: number;
  readonly matches: readonly MotionMatch[];
}

/** Two motions side by side, and the pairs of clauses that share wording. */
export interface MotionPair {
  readonly motion: CarryingMotion;
  readonly other: CarryingMotion;
  readonly clauses: readonly WordedClause[];
  readonly otherClauses: readonly WordedClause[];
  readonly pairs: readonly (Shared & { readonly clause: string; readonly other: string })[];
}

const motionSql = (alias: string) => {
  const t = sql.raw(alias);
  return sql`json_build_object('id', ${t}.id, 'title', ${t}.title, 'council', ${t}.council_id,
    'councilName', (SELECT short_name FROM council WHERE id = ${t}.council_id), 'date', ${t}.date,
    'precision', ${t}.date_precision, 'outcome', ${t}.current_outcome)`;
};

const clauseSql = (alias: string) => {
  const t = sql.raw(alias);
  return sql`json_build_object('id', ${t}.id, 'address', ${t}.address, 'text', ${t}.text,
    'textStatus', ${t}.text_status, 'summary', ${t}.summary)`;
};

const sharedSql = sql`'similarity', t.similarity, 'sharedWords', t.shared_words,
  'span', json_build_array(t.span_start, t.span_end),
  'otherSpan', json_build_array(t.other_span_start, t.other_span_end), 'otherIsEarlier', t.other_is_earlier`;

async function oneRecord<T>(db: Kysely<Database>, statement: ReturnType<typeof sql<{ record: T }>>) {
  const { rows } = await statement.execute(db);
  return rows[0]?.record ?? null;
}

/** Reads the lineage of a clause; null where no clause has the id. */
export function clauseLineage(db: Kysely<Database>, id: string): Promise<ClauseLineage | null> {
  return oneRecord(
    db,
    sql<{ record: ClauseLineage }>`
      SELECT json_build_object('clause', ${clauseSql('c')}, 'motion', ${motionSql('m')}, 'matches', (
        SELECT coalesce(json_agg(json_build_object(${sharedSql}, 'clause', ${clauseSql('o')},
            'motion', ${motionSql('om')}) ORDER BY om.date NULLS LAST, t.similarity DESC, o.id), '[]')
        FROM text_match t JOIN clause o ON o.id = t.other_id JOIN motion om ON om.id = o.motion_id
        WHERE t.clause_id = c.id)) AS record
      FROM clause c JOIN motion m ON m.id = c.motion_id WHERE c.id = ${id}`,
  );
}

/** Reads the lineage of a motion; null where no motion has the id. */
export function motionLineage(db: Kysely<Database>, id: string): Promise<MotionLineage | null> {
  return oneRecord(
    db,
    sql<{ record: MotionLineage }>`
      WITH met AS (
        SELECT o.motion_id AS id, count(DISTINCT t.clause_id) AS clauses, max(t.similarity) AS similarity,
          count(DISTINCT t.clause_id) FILTER (WHERE t.similarity = 100) AS unchanged, count(DISTINCT o.id) AS theirs
        FROM clause c JOIN text_match t ON t.clause_id = c.id JOIN clause o ON o.id = t.other_id
        WHERE c.motion_id = ${id} GROUP BY o.motion_id)
      SELECT json_build_object('motion', ${motionSql('m')},
        'clauses', (SELECT count(*) FROM clause c WHERE c.motion_id = m.id),
        'matches', (SELECT coalesce(json_agg(json_build_object('motion', ${motionSql('om')},
            'clauses', met.clauses, 'unchanged', met.unchanged, 'similarity', met.similarity,
            'own', (SELECT count(*) FROM clause o WHERE o.motion_id = om.id) - met.theirs) ORDER BY om.date NULLS LAST, om.id), '[]')
          FROM met JOIN motion om ON om.id = met.id)) AS record
      FROM motion m WHERE m.id = ${id}`,
  );
}

/** Reads two motions side by side; null where one of them is not recorded. */
export function motionPair(db: Kysely<Database>, id: string, other: string): Promise<MotionPair | null> {
  const clausesOf = (motion: string) => sql`(SELECT coalesce(json_agg(${clauseSql('c')} ORDER BY c.seq), '[]')
    FROM clause c WHERE c.motion_id = ${motion})`;
  return oneRecord(
    db,
    sql<{ record: MotionPair }>`
      SELECT json_build_object('motion', ${motionSql('m')}, 'other', ${motionSql('om')},
        'clauses', ${clausesOf(id)}, 'otherClauses', ${clausesOf(other)},
        'pairs', (SELECT coalesce(json_agg(json_build_object(${sharedSql}, 'clause', c.id, 'other', o.id)
            ORDER BY c.seq, o.seq), '[]')
          FROM clause c JOIN text_match t ON t.clause_id = c.id JOIN clause o ON o.id = t.other_id
          WHERE c.motion_id = m.id AND o.motion_id = om.id)) AS record
      FROM motion m, motion om WHERE m.id = ${id} AND om.id = ${other}`,
  );
}

/** Which motions share wording, with how many others and of how many councils; the newest first. */
export interface Travelled {
  readonly motion: CarryingMotion;
  readonly motions: number;
  readonly councils: number;
}

/** The newest motions whose wording stands elsewhere too. */
export async function travelledWording(db: Kysely<Database>, limit: number): Promise<Travelled[]> {
  const { rows } = await sql<{ record: Travelled }>`
    SELECT json_build_object('motion', ${motionSql('m')}, 'motions', met.motions, 'councils', met.councils) AS record
    FROM (SELECT m.* FROM motion m WHERE EXISTS (
        SELECT FROM clause c JOIN text_match t ON t.clause_id = c.id WHERE c.motion_id = m.id)
      ORDER BY m.date DESC NULLS LAST, m.id LIMIT ${limit}) m
    JOIN LATERAL (
      SELECT count(DISTINCT om.id) AS motions, count(DISTINCT om.council_id) AS councils
      FROM clause c JOIN text_match t ON t.clause_id = c.id JOIN clause o ON o.id = t.other_id
      JOIN motion om ON om.id = o.motion_id WHERE c.motion_id = m.id) met ON true
    ORDER BY m.date DESC NULLS LAST, m.id`.execute(db);
  return rows.map(({ record }) => record);
}
