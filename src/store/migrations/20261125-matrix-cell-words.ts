// The words of a kept cell are held to their lists by the database too, as those of every other table are. Kept apart
// from the migration that made the table, which databases have applied without them.
import { Migration } from '@mikro-orm/migrations';

const lists: Readonly<Record<string, readonly string[]>> = {
  evidence_state: [
    'found',
    'not_adopted',
    'silent',
    'source_unavailable',
    'searched_none_found',
    'not_searched',
  ],
  direction: ['supports', 'supports_with_conditions', 'mixed', 'notes_only', 'opposes', 'none_expressed'],
  basis: ['named', 'paraphrased', 'collective_all', 'collective_part', 'thematic', 'inferred'],
  strength: ['commits_own_action', 'directs_own_body', 'calls_on_others', 'states_view', 'notes'],
  scope: ['as_recommended', 'goes_further', 'narrower', 'different_means'],
};

/** Adds the lists where they are missing. */
export class MatrixCellWords extends Migration {
  override up(): void {
    for (const [column, words] of Object.entries(lists)) {
      const name = `matrix_cell_${column}_word`;
      const list = words.map((word) => `'${word}'`).join(', ');
      this.addSql(`ALTER TABLE matrix_cell DROP CONSTRAINT IF EXISTS ${name}`);
      this.addSql(`ALTER TABLE matrix_cell ADD CONSTRAINT ${name} CHECK (${column} IN (${list}))`);
    }
  }
}
