// What a program has suggested and nobody has looked at yet, with the words that each suggestion rests on.

import { ReviewError } from '../../errors.js';
import { type Reader, rows } from '../document/known.js';

/** Which suggestions are meant; every condition that is given must hold. */
export interface Filter {
  ids?: readonly string[];
  kind?: 'ask' | 'citation';
  /** Ids, as the record spells them. */
  motion?: string;
  council?: string;
  review?: string;
  recommendation?: string;
  basis?: string;
  verb?: string;
  theme?: string;
}

/** One suggested ask or citation. */
export interface Suggestion {
  id: string;
  kind: 'ask' | 'citation';
  motion: string;
  council: string;
  clause: string;
  address: string;
  /** The words of the clause that it rests on; null where the clause's wording is not held. */
  words: string | null;
  /** Whether those words may not be republished: they are for the reviewer alone. */
  isHeld: boolean;
  /** What it says, field by field. */
  says: Record<string, string | string[] | null>;
  /** The themes suggested with an ask, each with the words of the clause, or the title, that it rests on. */
  themes: { theme: string; words: string | null }[];
}

interface Row extends Omit<Suggestion, 'words' | 'isHeld' | 'themes'> {
  wording: string | null;
  quote_start: number | null;
  quote_end: number | null;
  is_held: boolean;
  themes: { theme: string; start: number | null; end: number | null }[];
  title: string | null;
  review_state: string;
}

const ofClause = `JOIN clause c ON c.id = s.clause_id JOIN motion m ON m.id = c.motion_id
  LEFT JOIN held_text h ON h.clause_id = c.id`;
const common = `m.id AS motion, m.council_id AS council, c.id AS clause, c.address,
  coalesce(c.text, h.text) AS wording, s.quote_start, s.quote_end, h.text IS NOT NULL AS is_held,
  s.review_state, c.seq, m.title`;
const all = `SELECT s.id, 'citation' AS kind, ${common}, ARRAY[s.review_id, s.recommendation_id, s.basis] AS about,
    json_build_object('review', s.review_id, 'recommendation', s.recommendation_id, 'direction', s.direction,
      'basis', s.basis, 'strength', s.strength, 'scope', s.scope) AS says, '[]'::json AS themes
  FROM citation s ${ofClause}
  UNION ALL SELECT s.id, 'ask', ${common}, ARRAY[s.verb] || themes.ids || suggested.ids,
    json_build_object('actor', s.actor_id, 'verb', s.verb, 'addressee', s.addressee_id, 'object', s.object,
      'state', s.state, 'themes', themes.ids), suggested.themes
  FROM ask s ${ofClause} CROSS JOIN LATERAL (SELECT coalesce(array_agg(theme_id ORDER BY theme_id), '{}') AS ids
    FROM ask_theme WHERE ask_id = s.id) themes
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(theme_id), '{}') AS ids, coalesce(json_agg(
      json_build_object('theme', theme_id, 'start', quote_start, 'end', quote_end) ORDER BY theme_id), '[]') AS themes
    FROM suggested_theme WHERE ask_id = s.id) suggested`;

/** The suggestions that fit, in the order of motions and clauses. */
export async function findSuggestions(store: Reader, filter: Filter): Promise<Suggestion[]> {
  const { ids, kind, motion, council, review, recommendation, basis, verb, theme } = filter;
  const about = [review, recommendation, basis, verb, theme].filter((one) => one !== undefined);
  const found = await rows<Row>(
    store,
    `SELECT id, kind, motion, council, clause, address, wording, quote_start, quote_end, is_held, says,
       themes, title, review_state FROM (${all}) s
     WHERE ($1::text[] IS NULL OR id = ANY($1)) AND ($2::text IS NULL OR kind = $2)
       AND ($3::text IS NULL OR motion = $3) AND ($4::text IS NULL OR council = $4) AND about @> $5
       AND ($1::text[] IS NOT NULL OR review_state = 'suggested') ORDER BY motion, seq, kind, id`,
    [ids ?? null, kind ?? null, motion ?? null, council ?? null, about],
  );
  refuseOthers(ids ?? [], found);
  return found.map(toSuggestion);
}

function toSuggestion({
  wording,
  quote_start,
  quote_end,
  is_held,
  review_state,
  themes,
  title,
  ...plain
}: Row): Suggestion {
  const wordsAt = (start: number | null, end: number | null) =>
    wording === null || start === null ? wording : wording.slice(start, end ?? undefined);
  return {
    ...plain,
    words: wordsAt(quote_start, quote_end),
    isHeld: is_held,
    themes: themes.map(({ theme, start, end }) => ({
      theme,
      words: start === null ? title : wordsAt(start, end),
    })),
  };
}

/** An id that is asked for by name must be that of a suggestion, and of one that is still open. */
function refuseOthers(ids: readonly string[], found: readonly Row[]): void {
  const faults = ids.flatMap((id) => {
    const row = found.find((one) => one.id === id);
    if (row?.review_state === 'suggested') return [];
    const got = row
      ? `${id}, which is ${row.review_state.replaceAll('_', ' ')}`
      : `${id}, which fits nothing`;
    return [{ expected: 'the id of a suggestion that nobody has reviewed', got }];
  });
  if (faults.length > 0) throw new ReviewError(faults);
}
