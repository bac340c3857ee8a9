// Every change to a published table is logged and counted by the database itself, statement by
// statement, so that no write path can skip it. A writer says who and why through the settings
// open_motions.by and open_motions.reason of its transaction.

const raiseDataVersion = `CREATE FUNCTION raise_data_version() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  raised bigint;
  current_transaction text := pg_current_xact_id()::text;
BEGIN
  UPDATE data_version SET version = version + 1, last_transaction = current_transaction
   WHERE last_transaction <> current_transaction RETURNING version INTO raised;
  IF raised IS NULL THEN
    SELECT version INTO raised FROM data_version;
  ELSE
    PERFORM pg_notify('data_version', raised::text);
  END IF;
  RETURN raised;
END $$`;

// TG_ARGV[0] is the SQL expression of the record's key; the columns the database generates are left out.
const logRevision = `CREATE FUNCTION log_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  key text := TG_ARGV[0];
  generated text[] := ARRAY['search', 'number_sort'];
  writer text := coalesce(nullif(current_setting('open_motions.by', true), ''), 'not stated');
  motive text := coalesce(nullif(current_setting('open_motions.reason', true), ''), 'not stated');
  changed_rows text;
  touched boolean;
BEGIN
  changed_rows := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s AS id, NULL::jsonb AS b, NULL::jsonb AS a FROM new_rows r', key)
    WHEN 'DELETE' THEN format('SELECT %s AS id, to_jsonb(r) - $5 AS b, NULL::jsonb AS a FROM old_rows r', key)
    ELSE format('SELECT n.id, o.j AS b, n.j AS a
      FROM (SELECT %1$s AS id, to_jsonb(r) - $5 AS j FROM new_rows r) n
      JOIN (SELECT %1$s AS id, to_jsonb(r) - $5 AS j FROM old_rows r) o USING (id) WHERE n.j <> o.j', key)
  END;
  EXECUTE format('SELECT EXISTS (%s)', changed_rows) INTO touched USING NULL, NULL, NULL, NULL, generated;
  IF NOT touched THEN RETURN NULL; END IF;
  EXECUTE format('INSERT INTO revision (entity, record_id, operation, changed_at, data_version, reason, by, before, after)
    SELECT $1, id, $2, now(), raise_data_version_once.v, $3, $4,
      CASE WHEN $2 = ''update'' THEN (SELECT jsonb_object_agg(k, b -> k) FROM jsonb_object_keys(b) k WHERE b -> k IS DISTINCT FROM a -> k) ELSE b END,
      CASE WHEN $2 = ''update'' THEN (SELECT jsonb_object_agg(k, a -> k) FROM jsonb_object_keys(a) k WHERE b -> k IS DISTINCT FROM a -> k) END
    FROM (%s) changed, (SELECT raise_data_version() AS v) raise_data_version_once', changed_rows)
    USING TG_TABLE_NAME::text, lower(TG_OP), motive, writer, generated;
  RETURN NULL;
END $$`;

const refuseReusedId = `CREATE FUNCTION refuse_reused_id() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reused text;
BEGIN
  SELECT n.id INTO reused FROM new_rows n
   WHERE EXISTS (SELECT FROM tombstone t WHERE t.id = n.id) OR EXISTS (SELECT FROM redirect r WHERE r.old_id = n.id)
   LIMIT 1;
  IF reused IS NOT NULL THEN
    RAISE EXCEPTION 'the id % belonged to a record that was removed or merged, and ids are never used again', reused
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$`;

// Redaction is the one reason to touch the log: it says so by open_motions.redaction.
const keepRevision = `CREATE FUNCTION keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('open_motions.redaction', true), '') = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'the revision log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$`;

/** The triggers that log every change of a table; `key` is the SQL of a record’s key. */
export function logged(table: string, key: string): string[] {
  const call = `FOR EACH STATEMENT EXECUTE FUNCTION log_revision('${key}')`;
  return [
    `CREATE TRIGGER log_insert AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS new_rows ${call}`,
    `CREATE TRIGGER log_update AFTER UPDATE ON "${table}" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows ${call}`,
    `CREATE TRIGGER log_delete AFTER DELETE ON "${table}" REFERENCING OLD TABLE AS old_rows ${call}`,
  ];
}

/** The trigger that refuses an id that was given up. */
export function singleId(table: string): string {
  return `CREATE TRIGGER refuse_reused_id AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id()`;
}

const withId = [
  ...[
    'licence',
    'source',
    'theme',
    'party',
    'police_unit',
    'council',
    'ward',
    'councillor',
    'body',
    'meeting',
  ],
  ...[
    'membership',
    'organisation',
    'review',
    'recommendation',
    'motion',
    'motion_person',
    'motion_event',
    'vote',
  ],
  ...['clause', 'ask', 'follow_up', 'citation', 'claim', 'coverage'],
];

const bridges: readonly (readonly [string, string])[] = [
  ...['party', 'police_unit', 'council', 'ward', 'councillor', 'body', 'meeting', 'membership'].map(sourced),
  ...['organisation', 'review', 'recommendation', 'motion', 'motion_person', 'motion_event'].map(sourced),
  ...['follow_up', 'coverage'].map(sourced),
  ['recommendation_addressee', "r.recommendation_id || '' '' || r.organisation_id"],
  ['recommendation_theme', "r.recommendation_id || '' '' || r.theme_id"],
  ['ask_theme', "r.ask_id || '' '' || r.theme_id"],
  ['councillor_identifier', "r.councillor_id || '' '' || r.scheme || '' '' || r.value"],
];

function sourced(table: string): readonly [string, string] {
  return [`${table}_source`, `r.${table}_id || '' '' || r.source_id`];
}

/** The data version, the revision log and the triggers that keep them. */
export const initialRevisions: readonly string[] = [
  raiseDataVersion,
  logRevision,
  refuseReusedId,
  keepRevision,
  `INSERT INTO data_version (id, version, last_transaction) VALUES (true, 0, 'none')`,
  ...withId.flatMap((table) => [...logged(table, 'r.id'), singleId(table)]),
  ...bridges.flatMap(([table, key]) => logged(table, key)),
  ...logged('redirect', 'r.old_id'),
  ...logged('tombstone', 'r.id'),
  'CREATE TRIGGER keep_revision BEFORE UPDATE OR DELETE OR TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION keep_revision()',
];
