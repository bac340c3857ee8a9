// Somebody who is asked to act: what they are, and the recommendations addressed to them.
import { type Kysely, sql } from 'kysely';
import type { organisationKind, Word } from '../../domain/vocabulary.js';
import type { Database } from '../tables.js';
import { type ListedRecommendation, listedRecommendations } from './listed-recommendations.js';
import type { SourceLabel } from './matrix-labels.js';
import { sourcesOf } from './source-label.js';

/** The organisation, or the office in one. */
export interface OrganisationRecord {
  readonly id: string;
  readonly name: string;
  readonly office: string | null;
  readonly kind: Word<typeof organisationKind>;
  readonly council: { readonly id: string; readonly name: string } | null;
  readonly body: string | null;
  readonly recommendations: readonly ListedRecommendation[];
  readonly sources: readonly SourceLabel[];
}

/** Reads an organisation; null where none has the id. */
export async function organisationRecord(
  db: Kysely<Database>,
  id: string,
): Promise<OrganisationRecord | null> {
  const { rows } = await sql<OrganisationRecord>`
    SELECT o.id, o.name, o.office, o.kind, b.name AS body,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS council,
      (SELECT ${listedRecommendations} FROM recommendation_addressee k
        JOIN recommendation n ON n.id = k.recommendation_id
        JOIN review r ON r.id = n.review_id WHERE k.organisation_id = o.id) AS recommendations,
      ${sourcesOf('organisation', 'o.id')} AS sources
    FROM organisation o LEFT JOIN council c ON c.id = o.council_id LEFT JOIN body b ON b.id = o.body_id
    WHERE o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}
