// Every change says why by a closed list of reasons, so that readers can tell news from corrections. What is
// written for the first time is new coverage whatever brings it, unless it comes from a merge or redaction.
import { Migration } from '@mikro-orm/migrations';

const reasons = [
  'new_coverage',
  'source_changed',
  'our_correction',
  'reinterpretation',
  'merge',
  'redaction',
  'derived',
  'not_stated',
];

const logRevision = `CREATE OR REPLACE FUNCTION log_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  key text := TG_ARGV[0];
  generated text[] := ARRAY['search', 'number_sort'];
  writer text := coalesce(nullif(current_setting('open_motions.by', true), ''), 'not stated');
  told text := coalesce(nullif(current_setting('open_motions.note', true), ''), 'not stated');
  motive text := coalesce(nullif(current_setting('open_motions.reason', true), ''), 'not_stated');
  changed_rows text;
  touched boolean;
BEGIN
  IF TG_OP = 'INSERT' AND TG_TABLE_NAME NOT IN ('redirect', 'tombstone')
     AND motive IN ('source_changed', 'our_correction', 'reinterpretation') THEN
    motive := 'new_coverage';
  END IF;
  changed_rows := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s AS id, NULL::jsonb AS b, NULL::jsonb AS a FROM new_rows r', key)
    WHEN 'DELETE' THEN format('SELECT %s AS id, to_jsonb(r) - $6 AS b, NULL::jsonb AS a FROM old_rows r', key)
    ELSE format('SELECT n.id, o.j AS b, n.j AS a
      FROM (SELECT %1$s AS id, to_jsonb(r) - $6 AS j FROM new_rows r) n
      JOIN (SELECT %1$s AS id, to_jsonb(r) - $6 AS j FROM old_rows r) o USING (id) WHERE n.j <> o.j', key)
  END;
  EXECUTE format('SELECT EXISTS (%s)', changed_rows) INTO touched USING NULL, NULL, NULL, NULL, NULL, generated;
  IF NOT touched THEN RETURN NULL; END IF;
  EXECUTE format('INSERT INTO revision (entity, record_id, operation, changed_at, data_version, reason, note, by, before, after)
    SELECT $1, id, $2, now(), raise_data_version_once.v, $3, $4, $5,
      CASE WHEN $2 = ''update'' THEN (SELECT jsonb_object_agg(k, b -> k) FROM jsonb_object_keys(b) k WHERE b -> k IS DISTINCT FROM a -> k) ELSE b END,
      CASE WHEN $2 = ''update'' THEN (SELECT jsonb_object_agg(k, a -> k) FROM jsonb_object_keys(a) k WHERE b -> k IS DISTINCT FROM a -> k) END
    FROM (%s) changed, (SELECT raise_data_version() AS v) raise_data_version_once', changed_rows)
    USING TG_TABLE_NAME::text, lower(TG_OP), motive, told, writer, generated;
  RETURN NULL;
END $$`;

// The log tells rows apart by their keys, so a key that changed would leave no trace in it.
const refuseNewKey = `CREATE FUNCTION refuse_new_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of a row of % never changes: add a row and remove the other', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$`;

const keepKeys = `DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS key
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE g.tgname = 'log_update' GROUP BY c.relname
  LOOP
    EXECUTE format('CREATE TRIGGER refuse_new_key BEFORE UPDATE OF %s ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key()', t.key, t.relname);
  END LOOP;
END $$`;

/** Gives each revision one of the reasons there are, and each log a name of its own. */
export class ChangeReason extends Migration {
  override up(): void {
    for (const statement of statements()) this.addSql(statement);
  }
}

function statements(): string[] {
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  return [
    'ALTER TABLE "revision" RENAME COLUMN "reason" TO "note"',
    'ALTER TABLE "revision" RENAME CONSTRAINT revision_reason_not_empty TO revision_note_not_empty',
    `COMMENT ON COLUMN "revision"."note" IS 'What the writer did, in words.'`,
    `ALTER TABLE "revision" ADD COLUMN "reason" text COLLATE "C" NOT NULL DEFAULT 'not_stated'`,
    'ALTER TABLE "revision" ALTER COLUMN "reason" DROP DEFAULT',
    `ALTER TABLE "revision" ADD CONSTRAINT revision_reason_word CHECK ("reason" IN (${list}))`,
    `COMMENT ON COLUMN "revision"."reason" IS 'Why it was changed.'`,
    // Of what was logged before only the additions tell by themselves why they were made.
    `SELECT set_config('open_motions.redaction', 'on', true)`,
    `UPDATE "revision" SET reason = 'new_coverage' WHERE operation = 'insert' AND entity NOT IN ('redirect', 'tombstone')`,
    `SELECT set_config('open_motions.redaction', '', true)`,
    logRevision,
    refuseNewKey,
    keepKeys,
    `ALTER TABLE "data_version" ADD COLUMN "log_id" text COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text`,
    `COMMENT ON COLUMN "data_version"."log_id" IS 'Random name of this log, so that versions of two databases are never taken for each other.'`,
    `ALTER TABLE "data_version" ADD CONSTRAINT data_version_log_id_not_empty CHECK ("log_id" <> '')`,
  ];
}
