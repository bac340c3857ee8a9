// The rows of flat_positions: cells of the comparison with the names of what they point at.
import { type Kysely, sql } from 'kysely';
import type { FormatRow } from '../formats/format.js';
import { type Cell, comparison } from '../store/queries/comparison.js';
import type { Database } from '../store/tables.js';

/** Yields the cells of every review, one batch per review, each ordered by its key in byte order. */
export async function* flatPositionRows(db: Kysely<Database>): AsyncGenerator<FormatRow[]> {
  const reviews = await db
    .selectFrom('review')
    .select(['id as review_id', 'short_name as review'])
    .orderBy('id')
    .execute();
  for (const review of reviews) {
    const matrix = await comparison(db, { review: review.review_id });
    const cells = (matrix?.rows ?? []).flatMap((row) => row.cells).sort(byKey);
    if (cells.length > 0) yield (await withLabels(db, cells)).map((cell) => ({ ...review, ...cell }));
  }
}

function byKey(a: Cell, b: Cell): number {
  const [first = '', second = ''] = [a, b].map((cell) => `${cell.council} ${cell.recommendation}`);
  return first < second ? -1 : Number(first > second);
}

async function withLabels(db: Kysely<Database>, cells: readonly Cell[]): Promise<FormatRow[]> {
  const leads = cells.flatMap((cell) => cell.position?.evidence[0] ?? []);
  const councils = await councilLabels(db, [...new Set(cells.map((cell) => cell.council))]);
  const recommendations = await recommendationLabels(db, [
    ...new Set(cells.map((cell) => cell.recommendation)),
  ]);
  const clauses = await clauseLabels(db, [...new Set(leads.map((lead) => lead.clause))]);
  const events = await eventLabels(db, [...new Set(leads.flatMap((lead) => lead.event ?? []))]);
  return cells.map((cell) => ({
    ...councils.get(cell.council),
    ...recommendations.get(cell.recommendation),
    ...positionColumns(cell),
    ...(clauses.get(cell.position?.evidence[0]?.clause ?? '') ?? noClause),
    ...(events.get(cell.position?.evidence[0]?.event ?? '') ?? noEvent),
  }));
}

function positionColumns({ evidenceState, position, proposed, related, suggested }: Cell): FormatRow {
  return {
    evidence_state: evidenceState,
    direction: position?.direction ?? null,
    basis: position?.basis ?? null,
    strength: position?.strength ?? null,
    scope: position?.scope ?? null,
    wording_as_tabled: position?.wordingAsTabled ?? null,
    evidence_count: position?.evidence.length ?? 0,
    proposed_count: proposed.length,
    related_count: related.length,
    suggested_count: suggested.length,
  };
}

async function councilLabels(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('council')
    .select(['id as council_id', 'short_name as council', 'name as council_name'])
    .select(['gss_code as council_gss_code', 'register_code as council_register_code'])
    .select('region as council_region')
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.council_id, row]));
}

async function recommendationLabels(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('recommendation')
    .select(['id as recommendation_id', 'number as recommendation_number'])
    .select(['number_status as recommendation_number_status', 'title as recommendation_title'])
    .select('group_name as recommendation_group')
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.recommendation_id, row]));
}

const noClause = {
  ...{ motion_id: null, motion_title: null, clause_id: null, clause_address: null, clause_summary: null },
  ...{ source_id: null, source_title: null, source_url: null },
};

async function clauseLabels(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('clause as c')
    .innerJoin('motion as m', 'm.id', 'c.motion_id')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .select([
      'm.id as motion_id',
      'm.title as motion_title',
      'c.id as clause_id',
      'c.address as clause_address',
    ])
    .select(['c.summary as clause_summary', 's.id as source_id', 's.title as source_title'])
    .select('s.url as source_url')
    .where('c.id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.clause_id, row]));
}

const noEvent = {
  ...{ event_id: null, event_stage: null, event_outcome: null, event_date: null },
  event_date_precision: null,
};

async function eventLabels(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('motion_event')
    .select(['id as event_id', 'stage as event_stage', 'outcome as event_outcome'])
    .select(['occurred_on as event_date', 'date_precision as event_date_precision'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.event_id, row]));
}

function anyOf(ids: readonly string[]) {
  return sql<string>`ANY (${ids}::text[])`;
}
