// The statement of a search, part by part. Its text is made of our own words only; what a reader typed is always
// a parameter.
import type { Database } from '../tables.js';

/** The tables a search looks through, each with its dictionary and the words its extracts are cut from. */
export const searchedTables = {
  council: { dictionary: 'simple', words: 's.name' },
  councillor: { dictionary: 'simple', words: 's.name' },
  recommendation: { dictionary: 'english', words: "concat_ws(' ', s.title, s.summary)" },
  motion: { dictionary: 'english', words: "coalesce(s.title, '')" },
  clause: { dictionary: 'english', words: "concat_ws(' ', s.summary, s.lead_in, s.text)" },
} as const satisfies Partial<Record<keyof Database, { dictionary: string; words: string }>>;

/** A table that a search looks through. */
export type SearchedTable = keyof typeof searchedTables;

/** Every searched table, in the order in which a page offers them. */
export const searchedKinds = Object.keys(searchedTables) as readonly SearchedTable[];

/** The longest search, in characters. */
export const longestSearch = 200;

/** Ranks are whole millionths, so that a cursor holds them exactly. */
export const rankScale = 1e6;

/**
 * The common table expression that a search stands on: `asked`, one row with the words as they were taken and a
 * query for each dictionary. `words` is an SQL expression of what was typed.
 */
export const askedSql = (words: string): string =>
  `asked AS MATERIALIZED (SELECT w AS words, websearch_to_tsquery('simple', w) AS simple,
    websearch_to_tsquery('english', w) AS english FROM (SELECT spelled(${words}) AS w OFFSET 0) one)`;

/** The query of a table’s dictionary, once for a statement that holds `asked`. */
export const askedQuery = (table: SearchedTable): string =>
  `(SELECT ${searchedTables[table].dictionary} FROM asked)`;

/** What hits are limited to before they are ranked. */
export interface HitLimits {
  /** How many of each table at most; all where left out. */
  readonly most?: number;
  /** An SQL expression of the id of the council whose hits are meant; of every council where left out. */
  readonly council?: string | undefined;
}

/**
 * The hits in these tables as rows of kind, id, rank and the motion of a clause, for a statement that holds
 * `asked`.
 */
export function hitsSql(tables: readonly SearchedTable[], { most, council }: HitLimits = {}): string {
  const hits = tables.map((table) => {
    const query = askedQuery(table);
    const rank = `(ts_rank(s.search, ${query}) * ${rankScale})::bigint`;
    const motion = table === 'clause' ? 's.motion_id' : table === 'motion' ? 's.id' : 'NULL::text';
    const within = council === undefined ? '' : ` AND ${ofCouncil[table](council)}`;
    const limit = most === undefined ? '' : ` LIMIT ${most}`;
    return `(SELECT '${table}' AS kind, s.id, ${rank} AS rank, ${motion} AS motion_id
      FROM ${table} s WHERE s.search @@ ${query}${within}${limit})`;
  });
  return hits.join(' UNION ALL ');
}

const ofCouncil: Readonly<Record<SearchedTable, (council: string) => string>> = {
  council: (council) => `s.id = ${council}`,
  councillor: (council) =>
    `EXISTS (SELECT FROM membership k WHERE k.councillor_id = s.id AND k.council_id = ${council})`,
  recommendation: () => 'false',
  motion: (council) => `s.council_id = ${council}`,
  clause: (council) => `EXISTS (SELECT FROM motion o WHERE o.id = s.motion_id AND o.council_id = ${council})`,
};

/** What stands for a motion without a final decision where hits are told by their outcome. */
export const undecided = 'undecided';

/** What stands around a word that was found; no text holds these characters for anything else. */
export const [markStart, markEnd] = ['\uE000', '\uE001'];

// Only what a person has read counts as an ask: a suggestion puts nothing under a theme or an addressee.
/** The asks of each hit, for a statement that holds `hit`. */
export const askingSql = `
  SELECT h.kind, h.id, a.id AS ask_id, a.addressee_id FROM hit h JOIN ask a ON a.clause_id = h.id
  WHERE h.kind = 'clause' AND a.review_state NOT IN ('suggested', 'retired')
  UNION ALL SELECT h.kind, h.id, a.id, a.addressee_id FROM hit h JOIN clause cl ON cl.motion_id = h.id
    JOIN ask a ON a.clause_id = cl.id
  WHERE h.kind = 'motion' AND a.review_state NOT IN ('suggested', 'retired')`;

/** What each hit can be narrowed by, for a statement that holds `hit` and `asking`. */
export const tagSql = `
  SELECT kind, id, 'kind' AS facet, kind AS value FROM hit
  UNION ALL SELECT kind, id, 'council', id FROM hit WHERE kind = 'council'
  UNION ALL SELECT DISTINCT h.kind, h.id, 'council', k.council_id
    FROM hit h JOIN membership k ON k.councillor_id = h.id WHERE h.kind = 'councillor'
  UNION ALL SELECT h.kind, h.id, t.facet, t.value FROM hit h JOIN motion m ON m.id = h.motion_id,
    LATERAL (VALUES ('council', m.council_id), ('year', to_char(m.date, 'YYYY')),
      ('outcome', coalesce(m.current_outcome, '${undecided}'))) t(facet, value) WHERE t.value IS NOT NULL
  UNION ALL SELECT h.kind, h.id, 'theme', k.theme_id
    FROM hit h JOIN recommendation_theme k ON k.recommendation_id = h.id WHERE h.kind = 'recommendation'
  UNION ALL SELECT h.kind, h.id, 'addressee', k.organisation_id
    FROM hit h JOIN recommendation_addressee k ON k.recommendation_id = h.id WHERE h.kind = 'recommendation'
  UNION ALL SELECT DISTINCT h.kind, h.id, 'theme', k.theme_id
    FROM asking h JOIN ask_theme k ON k.ask_id = h.ask_id
  UNION ALL SELECT DISTINCT kind, id, 'addressee', addressee_id FROM asking WHERE addressee_id IS NOT NULL`;

// Names and titles are given whole; of longer texts only what stands around the words found.
const isWhole: Readonly<Record<SearchedTable, boolean>> = {
  council: true,
  councillor: true,
  recommendation: false,
  motion: true,
  clause: false,
};

// The alias of each table in hitJoins.
const aliases: Readonly<Record<SearchedTable, string>> = {
  council: 'c',
  councillor: 'n',
  recommendation: 'r',
  motion: 'm',
  clause: 'cl',
};

const council = "json_build_object('id', c.id, 'shortName', c.short_name)";
/** A Hit, for a statement whose rows of hits are `p` with the joins of `hitJoins`. */
export const hitSql = `json_build_object('kind', p.kind, 'id', p.id,
  'title', coalesce(m.title, c.name, n.name, r.title), 'extract', ${extractSql()},
  'councils', CASE WHEN c.id IS NOT NULL THEN json_build_array(${council})
    ELSE (SELECT coalesce(json_agg(${council} ORDER BY c.id), '[]') FROM council c WHERE c.id IN
      (SELECT k.council_id FROM membership k WHERE k.councillor_id = n.id)) END,
  'motion', m.id, 'address', cl.address, 'isAmendment', coalesce(m.kind = 'amendment', false),
  'date', m.date, 'precision', coalesce(m.date_precision, 'unknown'), 'outcome', m.current_outcome,
  'review', CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'shortName', v.short_name) END)`;
/** What a Hit is read from. */
export const hitJoins = `LEFT JOIN clause cl ON p.kind = 'clause' AND cl.id = p.id LEFT JOIN motion m ON m.id = p.motion_id
  LEFT JOIN council c ON c.id = CASE WHEN p.kind = 'council' THEN p.id ELSE m.council_id END
  LEFT JOIN councillor n ON p.kind = 'councillor' AND n.id = p.id
  LEFT JOIN recommendation r ON p.kind = 'recommendation' AND r.id = p.id LEFT JOIN review v ON v.id = r.review_id`;

function extractSql(): string {
  const marks = `StartSel=${markStart}, StopSel=${markEnd}`;
  const cases = searchedKinds.map((table) => {
    const { dictionary, words } = searchedTables[table];
    const text = words.replaceAll('s.', `${aliases[table]}.`);
    const extent = isWhole[table]
      ? 'HighlightAll=true'
      : 'MaxFragments=2, MinWords=10, MaxWords=30, FragmentDelimiter=" … "';
    return `WHEN '${table}' THEN ts_headline('${dictionary}', ${text}, ${askedQuery(table)}, '${marks}, ${extent}')`;
  });
  return `CASE p.kind ${cases.join(' ')} END`;
}

/** What `value` of `facet` is called. */
export const facetName = `CASE facet
  WHEN 'council' THEN (SELECT short_name FROM council WHERE id = value)
  WHEN 'theme' THEN (SELECT name FROM theme WHERE id = value)
  WHEN 'addressee' THEN (SELECT name FROM organisation WHERE id = value) ELSE value END`;
