// Accepting and rejecting: what a person has looked at is no longer a suggestion. An accepted one counts
// from then on; a rejected one is retired and stays, so that no import suggests it again.

import { coverageId } from '../../domain/ids.js';
import type { reviewState, Word } from '../../domain/vocabulary.js';
import type { Stated, Writer } from '../../store/write.js';
import type { Suggestion } from './suggestion.js';

/** What is decided of suggestions. */
export type Verdict = 'accept' | 'reject';

const state: Record<Verdict, Word<typeof reviewState>> = { accept: 'checked_once', reject: 'retired' };

/** Writes a verdict on suggestions within the writer's transaction; who and why is the writer's author. */
export async function decide(
  writer: Writer,
  suggestions: readonly Suggestion[],
  { verdict, by, withoutThemes }: { verdict: Verdict; by: string; withoutThemes: readonly string[] },
): Promise<void> {
  for (const kind of ['ask', 'citation'] as const) {
    const decided = suggestions.filter((one) => one.kind === kind);
    const rows = decided.map(
      ({ id }): Stated => ({ row: { id, review_state: state[verdict], coded_by: by } }),
    );
    if (rows.length > 0) await writer.merge(kind, rows);
  }
  if (verdict === 'accept') {
    const themes = themesOf(suggestions).filter(({ theme_id }) => !withoutThemes.includes(theme_id));
    await writer.merge(
      'ask_theme',
      themes.map((row) => ({ row })),
    );
    await findCoverage(writer, suggestions);
  }
  await writer.client.query('DELETE FROM suggested_theme WHERE ask_id = ANY($1)', [
    suggestions.map(({ id }) => id),
  ]);
}

/** An accepted ask is of the themes that were suggested with it. */
function themesOf(suggestions: readonly Suggestion[]): { ask_id: string; theme_id: string }[] {
  return suggestions.flatMap(({ id, themes }) =>
    themes.map(({ theme }) => ({ ask_id: id, theme_id: theme })),
  );
}

/** A council whose motion is read as citing a review has been found to have one. */
async function findCoverage(writer: Writer, suggestions: readonly Suggestion[]): Promise<void> {
  const { rows } = await writer.client.query<{ council: string; review: string; source: string }>(
    `SELECT DISTINCT m.council_id AS council, t.review_id AS review, min(c.source_id) AS source
     FROM citation t JOIN clause c ON c.id = t.clause_id JOIN motion m ON m.id = c.motion_id
     LEFT JOIN coverage v ON v.council_id = m.council_id AND v.review_id = t.review_id
     WHERE t.id = ANY($1) AND v.result IS DISTINCT FROM 'found' GROUP BY 1, 2`,
    [suggestions.map(({ id }) => id)],
  );
  if (rows.length === 0) return;
  const id = ({ council, review }: (typeof rows)[number]) => coverageId(council, review);
  await writer.merge(
    'coverage',
    rows.map((row) => ({
      row: { id: id(row), council_id: row.council, review_id: row.review, result: 'found' },
      initial: { date_precision: 'unknown' },
    })),
  );
  await writer.merge(
    'coverage_source',
    rows.map((row) => ({ row: { coverage_id: id(row), source_id: row.source } })),
  );
}
