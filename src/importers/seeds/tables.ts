// Which tables are curated as CSV, one file per table, and which columns an editor fills in.
// Names, meanings and words of the columns are those of the store: they are declared once, there.
import { type ColumnDescription, described, description } from '../../store/describe.js';
import type { TableName } from '../../store/tables.js';

/** A seed file and the table its rows belong to. */
export interface SeedTable {
  readonly file: string;
  readonly table: TableName;
  readonly columns: readonly ColumnDescription[];
  /** The bridge that the `sources` column fills; null for the tables that need no source. */
  readonly bridge: TableName | null;
}

const files: Record<string, TableName> = {
  'licences.csv': 'licence',
  'sources.csv': 'source',
  'themes.csv': 'theme',
  'theme_phrases.csv': 'theme_phrase',
  'parties.csv': 'party',
  'police_units.csv': 'police_unit',
  'councils.csv': 'council',
  'wards.csv': 'ward',
  'councillors.csv': 'councillor',
  'councillor_identifiers.csv': 'councillor_identifier',
  'bodies.csv': 'body',
  'meetings.csv': 'meeting',
  'memberships.csv': 'membership',
  'organisations.csv': 'organisation',
  'reviews.csv': 'review',
  'recommendations.csv': 'recommendation',
  'recommendation_addressees.csv': 'recommendation_addressee',
  'recommendation_themes.csv': 'recommendation_theme',
  'coverage.csv': 'coverage',
};

/** Removed records: not a table to fill, but the reasons that become tombstones. */
export const removedFile = 'removed.csv';

/** The bridge between a table and its sources; null where the table has none. */
export function sourceBridge(table: TableName): TableName | null {
  const name = `${table}_source` as TableName;
  return described.has(name) ? name : null;
}

/** The columns of a table that a person can state; what the database keeps for itself is left out. */
export function statedColumns(table: TableName): readonly ColumnDescription[] {
  return description(table).columns.filter((column) => !column.hidden);
}

/** Every CSV seed, parents before children. */
export const seedTables: readonly SeedTable[] = Object.entries(files).map(([file, table]) => ({
  file,
  table,
  columns: statedColumns(table),
  bridge: sourceBridge(table),
}));
