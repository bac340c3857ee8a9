// A list of everything asked of somebody, or on a theme, counts tens of thousands of asks to show twenty-five. What it
// counts by is held in two indexes, so that it reads those and not the asks themselves.
import { Migration } from '@mikro-orm/migrations';

/** Makes the indexes. */
export class AskList extends Migration {
  override up(): void {
    this.addSql(
      'CREATE INDEX ask_addressee_list_idx ON ask (addressee_id) INCLUDE (id, state, review_state, clause_id)',
    );
    this.addSql('CREATE INDEX ask_list_idx ON ask (id) INCLUDE (state, review_state, clause_id)');
  }
}
