// Which clauses share wording, kept up to date: clauses whose wording changed since it was looked at are
// fingerprinted, met with the clauses that share a fingerprint, and compared by the rule of the domain.
// Wording that is held takes part, since that it is shared says nothing of what it says.
import type pg from 'pg';
import { fingerprints, type Reuse, reuseOf, type TextWord, wordsOf } from '../domain/text-reuse.js';
import type { Store } from './store.js';
import { type Author, type Value, type Values, type Writer, writing } from './write.js';

/** What came of a run: clauses whose wording was new or changed, and pairs that share wording. */
export interface MatchCounts {
  readonly clauses: number;
  readonly pairs: number;
}

interface Wording {
  readonly id: string;
  readonly text: string;
}

interface Candidate extends Wording {
  readonly clause: string;
  readonly isEarlier: boolean | null;
}

const author: Author = { by: 'lineage', reason: 'derived', note: 'shared wording was computed' };
const lockKey = 720_231_124;

/** Clauses compared in one transaction, and candidates each is compared with: the earliest come first. */
const batch = 400;
const mostCandidates = 60;

const wording = `SELECT c.id, coalesce(c.text, h.text) AS text FROM clause c LEFT JOIN held_text h ON h.clause_id = c.id`;

/** The clauses whose wording has changed since it was compared, or never was. */
export const staleWordings = `
  SELECT w.id FROM (${wording}) w LEFT JOIN clause_print p ON p.clause_id = w.id
  WHERE coalesce(md5(w.text), '') <> coalesce(p.wording_hash, '')`;

// Of the same motion nothing is compared, nor an amendment with what it amends: they share words by nature.
const candidates = `
  SELECT n.clause_id AS clause, w.id, w.text, CASE WHEN 'day' = ALL (ARRAY[m.date_precision, om.date_precision])
      THEN nullif(sign(m.date - om.date), 0) = 1 END AS "isEarlier"
  FROM clause_print n JOIN clause c ON c.id = n.clause_id JOIN motion m ON m.id = c.motion_id
  CROSS JOIN LATERAL (
    (SELECT p.clause_id FROM clause_print p JOIN clause pc ON pc.id = p.clause_id
       JOIN motion pm ON pm.id = pc.motion_id
     WHERE p.prints && n.prints AND pm.id <> m.id
     ORDER BY pm.date NULLS LAST, p.clause_id LIMIT ${mostCandidates})
    UNION SELECT t.other_id FROM text_match t WHERE t.clause_id = n.clause_id
  ) o JOIN clause oc ON oc.id = o.clause_id JOIN motion om ON om.id = oc.motion_id
  JOIN LATERAL (${wording} WHERE c.id = o.clause_id) w ON w.text IS NOT NULL
  WHERE n.clause_id = ANY ($1)
    AND om.amends_id IS DISTINCT FROM m.id AND m.amends_id IS DISTINCT FROM om.id`;

/** Compares every clause whose wording changed since the last run. Calling it again changes nothing. */
export async function deriveTextMatches(
  store: Store,
  log: (line: string) => void = () => {},
): Promise<MatchCounts> {
  const { rows } = await store.pool.query<{ id: string }>(`${staleWordings} ORDER BY w.id`);
  let pairs = 0;
  for (let at = 0; at < rows.length; at += batch) {
    const ids = rows.slice(at, at + batch).map(({ id }) => id);
    pairs += await writing(store, author, (writer) => matchClauses(writer, ids));
    log(`wording: ${Math.min(at + batch, rows.length)} of ${rows.length} clauses compared`);
  }
  return { clauses: rows.length, pairs };
}

async function matchClauses(writer: Writer, ids: readonly string[]): Promise<number> {
  const { client } = writer;
  await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
  const { rows: wordings } = await client.query<Wording>(`${wording} WHERE c.id = ANY ($1)`, [ids]);
  const words = new Map(wordings.map(({ id, text }) => [id, wordsOf(text ?? '')]));
  await keepPrints(client, wordings, words);
  const { rows: found } = await client.query<Candidate>(candidates, [ids]);
  const pairs = new Map<string, Values>();
  for (const one of found) {
    const reuse = reuseOf(words.get(one.clause) as TextWord[], wordsOf(one.text));
    if (reuse)
      for (const row of bothSides(one, reuse, words)) pairs.set(`${row.clause_id} ${row.other_id}`, row);
  }
  await replaceMatches(writer, ids, [...pairs.values()]);
  return pairs.size / 2;
}

async function keepPrints(
  client: pg.PoolClient,
  wordings: readonly Wording[],
  words: ReadonlyMap<string, readonly TextWord[]>,
): Promise<void> {
  const kept = wordings.filter(({ text }) => text !== null);
  await client.query('DELETE FROM clause_print WHERE clause_id = ANY ($1)', [wordings.map(({ id }) => id)]);
  const prints = kept.map(({ id }) => `{${fingerprints(words.get(id) as TextWord[]).join(',')}}`);
  await client.query(
    `INSERT INTO clause_print (clause_id, prints, wording_hash)
     SELECT id, prints::int[], md5(text) FROM unnest($1::text[], $2::text[], $3::text[]) AS n(id, prints, text)`,
    [kept.map(({ id }) => id), prints, kept.map(({ text }) => text)],
  );
}

function bothSides(
  { clause, id, text, isEarlier }: Candidate,
  { similarity, longest }: Reuse,
  words: ReadonlyMap<string, readonly TextWord[]>,
): Values[] {
  const here = spanOf(words.get(clause) as TextWord[], longest.at, longest.length);
  const there = spanOf(wordsOf(text), longest.other, longest.length);
  const shared = { similarity, shared_words: longest.length };
  return [
    { clause_id: clause, other_id: id, ...shared, ...sides(here, there), other_is_earlier: isEarlier },
    {
      ...{ clause_id: id, other_id: clause, ...shared, ...sides(there, here) },
      other_is_earlier: isEarlier === null ? null : !isEarlier,
    },
  ];
}

type Span = readonly [start: number, end: number];

const spanOf = (words: readonly TextWord[], at: number, length: number): Span => [
  (words[at] as TextWord).start,
  (words[at + length - 1] as TextWord).end,
];

const sides = (here: Span, there: Span): Record<string, Value> => ({
  span_start: here[0],
  span_end: here[1],
  other_span_start: there[0],
  other_span_end: there[1],
});

// What no longer holds goes, what still does is left alone, so that the log tells of real changes only.
async function replaceMatches(
  writer: Writer,
  ids: readonly string[],
  rows: readonly Values[],
): Promise<void> {
  await writer.client.query(
    `DELETE FROM text_match t WHERE (clause_id = ANY ($1) OR other_id = ANY ($1))
       AND NOT EXISTS (SELECT FROM unnest($2::text[], $3::text[]) AS n(clause, other)
         WHERE n.clause = t.clause_id AND n.other = t.other_id)`,
    [ids, rows.map((row) => row.clause_id), rows.map((row) => row.other_id)],
  );
  await writer.merge(
    'text_match',
    rows.map((row) => ({ row })),
  );
}
