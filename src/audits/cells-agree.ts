// The cells that are kept, derived anew by the position rule.
import { type Kysely, sql } from 'kysely';
import { comparison } from '../store/queries/comparison.js';
import { type CellSummary, matrixCells, summaryOf } from '../store/queries/matrix-cells.js';
import type { Database } from '../store/tables.js';

/** Councils compared at once, so that memory stays flat. */
const batch = 30;

/** The councils and reviews, joined by a space, whose cells are not what the rule gives. Needs a transaction. */
export async function cellsAgree(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ review: string; councils: string[] }>`
    SELECT review_id AS review, array_agg(DISTINCT council_id ORDER BY council_id) AS councils
    FROM (SELECT review_id, council_id FROM coverage UNION SELECT review_id, council_id FROM matrix_cell
      UNION SELECT ci.review_id, m.council_id FROM citation ci JOIN clause cl ON cl.id = ci.clause_id
        JOIN motion m ON m.id = cl.motion_id) pairs
    GROUP BY 1 ORDER BY 1`.execute(db);
  const broken: string[] = [];
  for (const { review, councils } of rows) {
    for (let at = 0; at < councils.length; at += batch) {
      broken.push(...(await brokenOf(db, review, councils.slice(at, at + batch))));
    }
  }
  return broken;
}

async function brokenOf(db: Kysely<Database>, review: string, councils: string[]): Promise<string[]> {
  const answer = await comparison(db, { review, councils });
  const derived = (answer?.rows ?? []).flatMap((row) => row.cells.map((cell) => said(summaryOf(cell))));
  const kept = (await matrixCells(db, { review, councils })).map(said);
  const [now, before] = [new Set(derived), new Set(kept)];
  const differing = [
    ...derived.filter((words) => !before.has(words)),
    ...kept.filter((words) => !now.has(words)),
  ];
  const broken = differing.map((words) => JSON.parse(words)[0] as string);
  return [...new Set(broken)].map((council) => `${council} ${review}`);
}

const said = ({ council, recommendation, evidenceState, position, counts, proposedOutcomes }: CellSummary) =>
  JSON.stringify([
    ...[council, recommendation, evidenceState, position?.direction, position?.basis, position?.strength],
    ...[position?.scope, position?.wordingAsTabled, counts.held, counts.proposed, counts.related],
    ...[counts.suggested, proposedOutcomes],
  ]);
