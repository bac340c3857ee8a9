import { Migration } from '@mikro-orm/migrations';
import { initialRevisions } from './initial-revisions.js';
import { initialTables } from './initial-tables.js';

/** Makes every table of the first release, with its log. */
export class Initial extends Migration {
  override up(): void {
    for (const statement of [...initialTables, ...initialRevisions]) this.addSql(statement);
  }
}
