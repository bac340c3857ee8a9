// A motion of the store as the YAML a person would have curated: what was read and reviewed, never wording.
// Suggestions nobody has looked at stay out of it.

import { addressPart } from '../../domain/clause-tree.js';
import { ReviewError } from '../../errors.js';
import { type Reader, rows } from '../document/known.js';
import type {
  AskSeed,
  CitationSeed,
  ClauseSeed,
  EventSeed,
  MotionSeed,
  PersonSeed,
} from '../seeds/motion-seed.js';

type Row = Record<string, never>;

interface ClauseRow {
  id: string;
  parent_id: string | null;
  label: string | null;
  address: string;
  kind: string;
  kind_inferred: boolean;
  stance: string;
  lead_in: string | null;
  summary: string | null;
  wording: string;
  source_id: string;
}

const reviewed = "review_state NOT IN ('suggested')";

/** Everything of a motion that its file can state. */
export async function motionSeed(store: Reader, id: string, by: string): Promise<MotionSeed> {
  const [motion] = await rows<{
    title: string | null;
    kind: string;
    text_status: string;
    note: string | null;
    sources: string[];
  }>(
    store,
    `SELECT title, kind, text_status, note, ARRAY(SELECT source_id FROM motion_source WHERE motion_id = m.id ORDER BY 1) AS sources
     FROM motion m WHERE id = $1`,
    [id],
  );
  if (!motion) throw new ReviewError([{ expected: 'a motion of the record', got: id }]);
  const clauses = await clauseRows(store, id);
  const first = clauses[0];
  return stated({
    ...motion,
    people: await people(store, id),
    events: await events(store, id),
    ...(first
      ? {
          reading: {
            source: first.source_id,
            wording: first.wording,
            review_state: 'checked_once',
            coded_by: by,
          },
          clauses: await branch(store, clauses, null, first),
        }
      : {}),
  }) as unknown as MotionSeed;
}

async function people(store: Reader, id: string): Promise<PersonSeed[]> {
  const found = await rows<Row>(
    store,
    `SELECT role, name, nullif(is_group, false) AS is_group, councillor_id AS councillor, ward_id AS ward, party_id AS party,
       ARRAY(SELECT source_id FROM motion_person_source WHERE motion_person_id = p.id ORDER BY 1) AS sources
     FROM motion_person p WHERE motion_id = $1 ORDER BY seq`,
    [id],
  );
  return found.map(stated) as unknown as PersonSeed[];
}

async function events(store: Reader, id: string): Promise<EventSeed[]> {
  const found = await rows<Row>(
    store,
    `SELECT stage, body_id AS body, meeting_id AS meeting,
       left(occurred_on::text, CASE date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       nullif(authoritative, false) AS authoritative, outcome, outcome_text, nullif(decision_mode, 'not_stated') AS decision_mode,
       votes_for, votes_against, votes_abstain, amendment_id AS amendment, note,
       (SELECT json_agg(json_build_object('councillor', councillor_id, 'option', option) ORDER BY id)
        FROM vote WHERE event_id = e.id) AS votes,
       ARRAY(SELECT source_id FROM motion_event_source WHERE motion_event_id = e.id ORDER BY 1) AS sources
     FROM motion_event e WHERE motion_id = $1 ORDER BY seq`,
    [id],
  );
  return found.map(stated) as unknown as EventSeed[];
}

function clauseRows(store: Reader, id: string): Promise<ClauseRow[]> {
  return rows<ClauseRow>(
    store,
    `SELECT id, parent_id, label, address, kind, kind_inferred, stance, lead_in, summary, wording, source_id
     FROM clause WHERE motion_id = $1 ORDER BY seq`,
    [id],
  );
}

async function branch(
  store: Reader,
  all: readonly ClauseRow[],
  above: ClauseRow | null,
  first: ClauseRow,
): Promise<ClauseSeed[]> {
  const seeds: ClauseSeed[] = [];
  for (const clause of all.filter(({ parent_id }) => parent_id === (above?.id ?? null))) {
    const part = partOf(clause, above);
    const asks = await asksOf(store, clause.id);
    const citations = await citationsOf(store, clause.id);
    const below = await branch(store, all, clause, first);
    const seed = {
      label: clause.label,
      part: addressPart(clause.label ?? '') === part ? null : part,
      kind: clause.kind,
      kind_inferred: clause.kind_inferred || null,
      stance: clause.stance,
      lead_in: clause.lead_in,
      summary: clause.summary,
      wording: clause.wording === first.wording ? null : clause.wording,
      source: clause.source_id === first.source_id ? null : clause.source_id,
      asks: asks.map((ask, index) => numbered(ask, index + 1)),
      citations,
      clauses: below,
    };
    seeds.push(stated(seed) as unknown as ClauseSeed);
  }
  return seeds;
}

/** A clause's own part of its address; a repeated address has none that a file can state. */
function partOf({ address, id }: ClauseRow, above: ClauseRow | null): string {
  const prefix = above === null ? '' : `${above.address}.`;
  const part = address.slice(prefix.length);
  if (address.startsWith(prefix) && /^[a-z0-9]+(?:\.[a-z0-9]+)*$/.test(part)) return part;
  throw new ReviewError([{ expected: 'clauses whose addresses a seed can state', got: id }]);
}

/** An ask that is not where its number says states the number. */
export function numbered({ n, ...ask }: AskSeed, place: number): AskSeed {
  return n === undefined || n === place ? ask : { n, ...ask };
}

/** The asks of a clause that somebody has reviewed, each with its number. */
export async function asksOf(
  store: Reader,
  clause: string,
  ids: readonly string[] | null = null,
): Promise<AskSeed[]> {
  const found = await rows<Row>(
    store,
    `SELECT seq AS n, actor_id AS actor, verb, addressee_id AS addressee, nullif(addressee_inferred, false) AS addressee_inferred,
       object, left(due::text, CASE due_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS due, state,
       ARRAY(SELECT theme_id FROM ask_theme WHERE ask_id = a.id ORDER BY 1) AS themes, review_state, coded_by
     FROM ask a WHERE clause_id = $1 AND ${reviewed} AND ($2::text[] IS NULL OR id = ANY($2)) ORDER BY seq`,
    [clause, ids],
  );
  return found.map(stated) as unknown as AskSeed[];
}

/** The citations of a clause that somebody has reviewed. */
export async function citationsOf(
  store: Reader,
  clause: string,
  ids: readonly string[] | null = null,
): Promise<CitationSeed[]> {
  const found = await rows<Row>(
    store,
    `SELECT recommendation_id AS recommendation, review_id AS review, direction, basis, strength, scope, review_state, coded_by
     FROM citation WHERE clause_id = $1 AND ${reviewed} AND ($2::text[] IS NULL OR id = ANY($2)) ORDER BY id`,
    [clause, ids],
  );
  return found.map(stated) as unknown as CitationSeed[];
}

/** What is known: a field that is null, or a list that is empty, is not written. */
function stated(fields: object): Record<string, unknown> {
  const isStated = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isStated(value)));
}
