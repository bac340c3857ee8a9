import { Migration } from '@mikro-orm/migrations';

const statements = [
  'DROP INDEX revision_data_version_idx',
  'CREATE INDEX revision_data_version_seq_idx ON revision (data_version, seq)',
];

/** Lets the place in the log where a data version begins be found at once, however much it holds. */
export class RevisionStarts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
