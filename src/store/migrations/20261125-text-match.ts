import { Migration } from '@mikro-orm/migrations';
import { logged } from './initial-revisions.js';

const tables = [
  `CREATE TABLE "text_match" (
  "clause_id" text COLLATE "C" NOT NULL,
  "other_id" text COLLATE "C" NOT NULL,
  "similarity" integer NOT NULL,
  "shared_words" integer NOT NULL,
  "span_start" integer NOT NULL,
  "span_end" integer NOT NULL,
  "other_span_start" integer NOT NULL,
  "other_span_end" integer NOT NULL,
  "other_is_earlier" boolean,
  PRIMARY KEY ("clause_id", "other_id"),
  CONSTRAINT text_match_is_of_two_clauses CHECK (clause_id <> other_id),
  CONSTRAINT text_match_similarity_is_per_cent CHECK (similarity BETWEEN 0 AND 100),
  CONSTRAINT text_match_span_is_in_order CHECK (span_start >= 0 AND span_end > span_start),
  CONSTRAINT text_match_other_span_is_in_order CHECK (other_span_start >= 0 AND other_span_end > other_span_start)
)`,
  `COMMENT ON TABLE "text_match" IS 'Wording that a clause shares with a clause of another motion; each pair stands twice, once from each side. Computed, and no claim about who wrote it.'`,
  `COMMENT ON COLUMN "text_match"."clause_id" IS 'The clause.'`,
  `COMMENT ON COLUMN "text_match"."other_id" IS 'The clause that shares wording with it.'`,
  `COMMENT ON COLUMN "text_match"."similarity" IS 'Runs of three words that both have, of all runs of three words in them, in per cent.'`,
  `COMMENT ON COLUMN "text_match"."shared_words" IS 'How many words the longest passage has that both print.'`,
  `COMMENT ON COLUMN "text_match"."span_start" IS 'Where that passage begins in the wording of the clause, in UTF-16 units from 0.'`,
  `COMMENT ON COLUMN "text_match"."span_end" IS 'Where it ends there.'`,
  `COMMENT ON COLUMN "text_match"."other_span_start" IS 'Where it begins in the wording of the other clause, in UTF-16 units from 0.'`,
  `COMMENT ON COLUMN "text_match"."other_span_end" IS 'Where it ends there.'`,
  `COMMENT ON COLUMN "text_match"."other_is_earlier" IS 'Whether the motion of the other clause came first; null where the dates of the two do not tell.'`,
  `CREATE TABLE "clause_print" (
  "clause_id" text COLLATE "C" NOT NULL,
  "prints" integer[] NOT NULL,
  "wording_hash" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("clause_id")
)`,
  `COMMENT ON TABLE "clause_print" IS 'Fingerprints of the wording of a clause, by which clauses that share wording are found.'`,
  `COMMENT ON COLUMN "clause_print"."clause_id" IS 'The clause.'`,
  `COMMENT ON COLUMN "clause_print"."prints" IS 'Fingerprints, each a signed number of 32 bits.'`,
  `COMMENT ON COLUMN "clause_print"."wording_hash" IS 'Hash of the wording they were taken of.'`,
];

// A clause that goes takes what was computed of it along.
const references = [
  ['text_match', 'clause_id'],
  ['text_match', 'other_id'],
  ['clause_print', 'clause_id'],
].map(
  ([table, column]) =>
    `ALTER TABLE "${table}" ADD FOREIGN KEY ("${column}") REFERENCES "clause" (id) ON DELETE CASCADE DEFERRABLE`,
);

/** Keeps which clauses share wording, and the fingerprints that they are found by. */
export class TextMatches extends Migration {
  override up(): void {
    for (const statement of [...tables, ...references]) this.addSql(statement);
    this.addSql('CREATE INDEX ON "text_match" ("other_id")');
    this.addSql('CREATE INDEX ON "clause_print" USING gin ("prints")');
    this.addSql(
      `CREATE TRIGGER refuse_new_key BEFORE UPDATE OF "clause_id", "other_id" ON "text_match"
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key()`,
    );
    for (const trigger of logged('text_match', "r.clause_id || '' '' || r.other_id")) this.addSql(trigger);
  }
}
