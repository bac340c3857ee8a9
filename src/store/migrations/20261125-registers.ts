import { Migration } from '@mikro-orm/migrations';
import { logged, singleId } from './initial-revisions.js';

const tables: readonly string[] = [
  `CREATE TABLE "council_name" (
  "council_id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("council_id", "name"),
  CONSTRAINT council_name_name_not_empty CHECK ("name" <> '')
)`,
  `CREATE TABLE "council_identifier" (
  "council_id" text COLLATE "C" NOT NULL,
  "scheme" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("council_id", "scheme", "value"),
  CONSTRAINT council_identifier_scheme_not_empty CHECK ("scheme" <> ''),
  CONSTRAINT council_identifier_value_not_empty CHECK ("value" <> '')
)`,
  `CREATE TABLE "listed_councillor" (
  "id" text COLLATE "C" NOT NULL,
  "council_id" text COLLATE "C" NOT NULL,
  "ward_name" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "party_name" text COLLATE "C",
  "ec_code" text COLLATE "C",
  "next_election" text COLLATE "C",
  "licence_id" text COLLATE "C" NOT NULL,
  "source_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT listed_councillor_ward_name_not_empty CHECK ("ward_name" <> ''),
  CONSTRAINT listed_councillor_name_not_empty CHECK ("name" <> ''),
  CONSTRAINT listed_councillor_party_name_not_empty CHECK ("party_name" <> ''),
  CONSTRAINT listed_councillor_ec_code_not_empty CHECK ("ec_code" <> ''),
  CONSTRAINT listed_councillor_next_election_not_empty CHECK ("next_election" <> ''),
  CONSTRAINT listed_councillor_id_path CHECK (id ~ '^listed-councillor/[A-Za-z0-9][A-Za-z0-9./-]*$')
)`,
];

const keys: readonly string[] = [
  ['council_name', 'council_id', 'council'],
  ['council_identifier', 'council_id', 'council'],
  ['listed_councillor', 'council_id', 'council'],
  ['listed_councillor', 'licence_id', 'licence'],
  ['listed_councillor', 'source_id', 'source'],
].map(
  ([table, column, target]) =>
    `ALTER TABLE "${table}" ADD FOREIGN KEY ("${column}") REFERENCES "${target}" (id)`,
);

const indexes: readonly string[] = [
  'CREATE INDEX ON "listed_councillor" ("council_id")',
  'CREATE INDEX ON "listed_councillor" ("licence_id")',
  'CREATE INDEX ON "listed_councillor" ("source_id")',
  'CREATE INDEX ON "council_identifier" ("scheme", "value")',
];

const comments: readonly string[] = [
  `COMMENT ON TABLE "council_name" IS 'Another spelling under which registers and texts name a council. Popolo: other_names.'`,
  `COMMENT ON COLUMN "council_name"."council_id" IS 'The council.'`,
  `COMMENT ON COLUMN "council_name"."name" IS 'The spelling, as a source prints it.'`,
  `COMMENT ON TABLE "council_identifier" IS 'A code by which another register knows a council, or knew it. Popolo: Identifier.'`,
  `COMMENT ON COLUMN "council_identifier"."council_id" IS 'The council.'`,
  `COMMENT ON COLUMN "council_identifier"."scheme" IS 'The register, for example gss for codes it had or has beside its own.'`,
  `COMMENT ON COLUMN "council_identifier"."value" IS 'The code of the council there.'`,
  `COMMENT ON TABLE "listed_councillor" IS 'A councillor as a compilation under a share-alike licence lists them, kept apart from ours.'`,
  `COMMENT ON COLUMN "listed_councillor"."id" IS 'Stable id, for example listed-councillor/brent/dollis-hill/liz-dixon.'`,
  `COMMENT ON COLUMN "listed_councillor"."council_id" IS 'The council.'`,
  `COMMENT ON COLUMN "listed_councillor"."ward_name" IS 'Name of the ward as listed; null where none is.'`,
  `COMMENT ON COLUMN "listed_councillor"."name" IS 'Name of the councillor as listed.'`,
  `COMMENT ON COLUMN "listed_councillor"."party_name" IS 'Name of the party as listed; null where none is.'`,
  `COMMENT ON COLUMN "listed_councillor"."ec_code" IS 'Electoral Commission id of the party as listed; null where none is.'`,
  `COMMENT ON COLUMN "listed_councillor"."next_election" IS 'When the seat is next elected, as listed; null where it is not.'`,
  `COMMENT ON COLUMN "listed_councillor"."licence_id" IS 'The licence under which this row may be reused.'`,
  `COMMENT ON COLUMN "listed_councillor"."source_id" IS 'The compilation that lists them.'`,
];

const revisions: readonly string[] = [
  ...logged('council_name', "r.council_id || '' '' || r.name"),
  ...logged('council_identifier', "r.council_id || '' '' || r.scheme || '' '' || r.value"),
  ...logged('listed_councillor', 'r.id'),
  singleId('listed_councillor'),
  keepKey('council_name', 'council_id, name'),
  keepKey('council_identifier', 'council_id, scheme, value'),
  keepKey('listed_councillor', 'id'),
];

function keepKey(table: string, key: string): string {
  return `CREATE TRIGGER refuse_new_key BEFORE UPDATE OF ${key} ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key()`;
}

/** Adds what registers say beyond the first tables: spellings, other codes, and share-alike lists apart. */
export class Registers extends Migration {
  override up(): void {
    for (const statement of [...tables, ...comments, ...keys, ...indexes, ...revisions])
      this.addSql(statement);
  }
}
