-- The schema of the store, printed by `npm run -s cli -- schema`. Do not edit: add a migration.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

SET check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.count_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  words text := format('tsvector_to_array(to_tsvector(''simple'', coalesce(%s, '''')))', TG_ARGV[0]);
  changed text;
BEGIN
  changed := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s AS words, 1 AS n FROM new_rows r', words)
    WHEN 'DELETE' THEN format('SELECT %s AS words, -1 AS n FROM old_rows r', words)
    ELSE format('SELECT %1$s AS words, 1 AS n FROM new_rows r UNION ALL SELECT %1$s, -1 FROM old_rows r', words)
  END;
  EXECUTE format('INSERT INTO search_word AS w (word, records)
    SELECT word, sum(n) FROM (%s) changed, unnest(words) word
    WHERE word ~ ''^[[:alpha:]]{3,40}$'' GROUP BY word HAVING sum(n) <> 0 ORDER BY word
    ON CONFLICT (word) DO UPDATE SET records = w.records + excluded.records', changed);
  IF TG_OP <> 'INSERT' THEN DELETE FROM search_word WHERE records <= 0; END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF coalesce(current_setting('open_motions.redaction', true), '') = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'the revision log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $function$
;
CREATE OR REPLACE FUNCTION public.known_word(typed text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT CASE
    WHEN length(typed) < 3 OR typed = 'or' OR ts_lexize('english_stem', typed) = '{}' THEN typed
    WHEN EXISTS (SELECT FROM search_word WHERE word = typed) THEN typed
    WHEN EXISTS (SELECT FROM search_word WHERE stem = (ts_lexize('english_stem', typed))[1]) THEN typed
    ELSE coalesce(
      (SELECT word FROM search_word WHERE word LIKE typed || '%' ORDER BY records DESC, word LIMIT 1),
      (SELECT word FROM search_word WHERE word % typed
        ORDER BY similarity(word, typed) DESC, records DESC, word LIMIT 1),
      (SELECT word FROM search_word WHERE word LIKE left(typed, 1) || '%'
          AND length(word) BETWEEN length(typed) - 1 AND length(typed) + 1 AND similarity(word, typed) >= 0.18
        ORDER BY similarity(word, typed) DESC, records DESC, word LIMIT 1),
      typed)
  END
$function$
;
CREATE OR REPLACE FUNCTION public.log_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.raise_data_version()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.refuse_new_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'the key of a row of % never changes: add a row and remove the other', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $function$
;
CREATE OR REPLACE FUNCTION public.refuse_reused_id()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.spelled(query text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(string_agg(CASE WHEN part[1] ~ '^[[:alpha:]]' THEN known_word(lower(part[1])) ELSE part[1] END,
    '' ORDER BY n), '')
  FROM regexp_matches(query, '[[:alpha:]]+|[^[:alpha:]]+', 'g') WITH ORDINALITY AS parts(part, n)
$function$
;

CREATE TABLE ask (
  id text COLLATE "C" NOT NULL,
  clause_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  verb text COLLATE "C" NOT NULL,
  addressee_id text COLLATE "C",
  addressee_inferred boolean NOT NULL,
  object text COLLATE "C" NOT NULL,
  due date,
  due_precision text COLLATE "C",
  state text COLLATE "C" NOT NULL,
  review_state text COLLATE "C" NOT NULL,
  coded_by text COLLATE "C" NOT NULL,
  quote_start integer,
  quote_end integer,
  CONSTRAINT ask_pkey PRIMARY KEY (id),
  CONSTRAINT ask_clause_id_seq_key UNIQUE (clause_id, seq) DEFERRABLE,
  CONSTRAINT ask_coded_by_not_empty CHECK ((coded_by <> ''::text)),
  CONSTRAINT ask_due_has_a_precision CHECK (((due IS NULL) = (due_precision IS NULL))),
  CONSTRAINT ask_due_precision_word CHECK ((due_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT ask_id_path CHECK ((id ~ '^ask/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT ask_object_not_empty CHECK ((object <> ''::text)),
  CONSTRAINT ask_quote_has_two_ends CHECK (((quote_start IS NULL) = (quote_end IS NULL))),
  CONSTRAINT ask_quote_is_in_order CHECK (((quote_start >= 0) AND (quote_end > quote_start))),
  CONSTRAINT ask_review_state_word CHECK ((review_state = ANY (ARRAY['suggested'::text, 'drafted'::text, 'checked_once'::text, 'checked_twice'::text, 'disputed'::text, 'retired'::text]))),
  CONSTRAINT ask_state_word CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'done'::text, 'partly_done'::text, 'refused'::text, 'superseded'::text, 'no_evidence'::text, 'unknown'::text]))),
  CONSTRAINT ask_verb_word CHECK ((verb = ANY (ARRAY['write_to'::text, 'call_on'::text, 'request'::text, 'endorse'::text, 'implement'::text, 'hold_to_account'::text, 'summon_or_invite'::text, 'maintain_or_extend'::text, 'work_with'::text, 'campaign'::text, 'change_law'::text, 'fund'::text, 'reverse_cuts'::text, 'reform_practice'::text, 'report_back'::text, 'adopt_policy'::text, 'commission_review'::text])))
);
CREATE TABLE ask_theme (
  ask_id text COLLATE "C" NOT NULL,
  theme_id text COLLATE "C" NOT NULL,
  CONSTRAINT ask_theme_pkey PRIMARY KEY (ask_id, theme_id)
);
CREATE TABLE body (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  CONSTRAINT body_pkey PRIMARY KEY (id),
  CONSTRAINT body_id_path CHECK ((id ~ '^body/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT body_kind_word CHECK ((kind = ANY (ARRAY['full_council'::text, 'executive'::text, 'scrutiny'::text, 'committee'::text, 'commission'::text, 'board'::text, 'not_stated'::text]))),
  CONSTRAINT body_name_not_empty CHECK ((name <> ''::text))
);
CREATE TABLE body_source (
  body_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT body_source_pkey PRIMARY KEY (body_id, source_id)
);
CREATE TABLE citation (
  id text COLLATE "C" NOT NULL,
  clause_id text COLLATE "C" NOT NULL,
  review_id text COLLATE "C" NOT NULL,
  recommendation_id text COLLATE "C",
  direction text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  strength text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL,
  quote_start integer,
  quote_end integer,
  review_state text COLLATE "C" NOT NULL,
  coded_by text COLLATE "C" NOT NULL,
  CONSTRAINT citation_pkey PRIMARY KEY (id),
  CONSTRAINT citation_is_stated_once UNIQUE NULLS NOT DISTINCT (clause_id, review_id, recommendation_id),
  CONSTRAINT citation_basis_word CHECK ((basis = ANY (ARRAY['named'::text, 'paraphrased'::text, 'collective_all'::text, 'collective_part'::text, 'thematic'::text, 'inferred'::text]))),
  CONSTRAINT citation_coded_by_not_empty CHECK ((coded_by <> ''::text)),
  CONSTRAINT citation_direction_word CHECK ((direction = ANY (ARRAY['supports'::text, 'supports_with_conditions'::text, 'mixed'::text, 'notes_only'::text, 'opposes'::text, 'none_expressed'::text]))),
  CONSTRAINT citation_id_path CHECK ((id ~ '^citation/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT citation_of_all_names_no_recommendation CHECK (((basis = 'collective_all'::text) = (recommendation_id IS NULL))),
  CONSTRAINT citation_quote_has_two_ends CHECK (((quote_start IS NULL) = (quote_end IS NULL))),
  CONSTRAINT citation_quote_is_in_order CHECK (((quote_start >= 0) AND (quote_end > quote_start))),
  CONSTRAINT citation_review_state_word CHECK ((review_state = ANY (ARRAY['suggested'::text, 'drafted'::text, 'checked_once'::text, 'checked_twice'::text, 'disputed'::text, 'retired'::text]))),
  CONSTRAINT citation_scope_word CHECK ((scope = ANY (ARRAY['as_recommended'::text, 'goes_further'::text, 'narrower'::text, 'different_means'::text]))),
  CONSTRAINT citation_strength_word CHECK ((strength = ANY (ARRAY['commits_own_action'::text, 'directs_own_body'::text, 'calls_on_others'::text, 'states_view'::text, 'notes'::text])))
);
CREATE TABLE claim (
  id text COLLATE "C" NOT NULL,
  clause_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  measure text COLLATE "C" NOT NULL,
  value text COLLATE "C",
  unit text COLLATE "C",
  place text COLLATE "C",
  period text COLLATE "C",
  source_stated boolean NOT NULL,
  CONSTRAINT claim_pkey PRIMARY KEY (id),
  CONSTRAINT claim_clause_id_seq_key UNIQUE (clause_id, seq) DEFERRABLE,
  CONSTRAINT claim_id_path CHECK ((id ~ '^claim/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT claim_measure_not_empty CHECK ((measure <> ''::text)),
  CONSTRAINT claim_period_not_empty CHECK ((period <> ''::text)),
  CONSTRAINT claim_place_not_empty CHECK ((place <> ''::text)),
  CONSTRAINT claim_unit_not_empty CHECK ((unit <> ''::text)),
  CONSTRAINT claim_value_not_empty CHECK ((value <> ''::text))
);
CREATE TABLE clause (
  id text COLLATE "C" NOT NULL,
  motion_id text COLLATE "C" NOT NULL,
  parent_id text COLLATE "C",
  seq integer NOT NULL,
  label text COLLATE "C",
  address text COLLATE "C" NOT NULL,
  address_inferred boolean NOT NULL,
  kind text COLLATE "C" NOT NULL,
  kind_inferred boolean NOT NULL,
  stance text COLLATE "C" NOT NULL,
  lead_in text COLLATE "C",
  summary text COLLATE "C",
  text text COLLATE "C",
  text_status text COLLATE "C" NOT NULL,
  wording text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  span_start integer,
  span_end integer,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((((COALESCE(summary, ''::text) || ' '::text) || COALESCE(lead_in, ''::text)) || ' '::text) || COALESCE(text, ''::text)))) STORED,
  CONSTRAINT clause_pkey PRIMARY KEY (id),
  CONSTRAINT clause_motion_id_address_key UNIQUE (motion_id, address) DEFERRABLE,
  CONSTRAINT clause_motion_id_id_key UNIQUE (motion_id, id),
  CONSTRAINT clause_motion_id_seq_key UNIQUE (motion_id, seq) DEFERRABLE,
  CONSTRAINT clause_address_not_empty CHECK ((address <> ''::text)),
  CONSTRAINT clause_id_path CHECK ((id ~ '^clause/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT clause_is_not_its_own_parent CHECK ((parent_id <> id)),
  CONSTRAINT clause_kind_word CHECK ((kind = ANY (ARRAY['title'::text, 'heading'::text, 'lead_in'::text, 'notes'::text, 'thanks_or_welcomes'::text, 'concern_or_condemnation'::text, 'believes'::text, 'supports'::text, 'resolves_self'::text, 'directs_executive'::text, 'directs_committee'::text, 'calls_on_external'::text, 'elaborates'::text]))),
  CONSTRAINT clause_label_not_empty CHECK ((label <> ''::text)),
  CONSTRAINT clause_lead_in_not_empty CHECK ((lead_in <> ''::text)),
  CONSTRAINT clause_span_has_two_ends CHECK (((span_start IS NULL) = (span_end IS NULL))),
  CONSTRAINT clause_span_is_in_order CHECK (((span_start >= 0) AND (span_end >= span_start))),
  CONSTRAINT clause_stance_word CHECK ((stance = ANY (ARRAY['none'::text, 'states'::text, 'demands'::text, 'reports_action'::text, 'commits'::text]))),
  CONSTRAINT clause_summary_not_empty CHECK ((summary <> ''::text)),
  CONSTRAINT clause_text_fits_its_status CHECK (
CASE
    WHEN (text_status = ANY (ARRAY['as_decided'::text, 'as_tabled'::text])) THEN ((text IS NOT NULL) AND (wording = text_status))
    WHEN (text_status = ANY (ARRAY['held_not_published'::text, 'summary_only'::text])) THEN (text IS NULL)
    ELSE true
END),
  CONSTRAINT clause_text_not_empty CHECK ((text <> ''::text)),
  CONSTRAINT clause_text_status_word CHECK ((text_status = ANY (ARRAY['as_decided'::text, 'as_tabled'::text, 'held_not_published'::text, 'summary_only'::text, 'unknown'::text]))),
  CONSTRAINT clause_wording_word CHECK ((wording = ANY (ARRAY['as_decided'::text, 'as_tabled'::text, 'unknown'::text])))
);
CREATE TABLE clause_print (
  clause_id text COLLATE "C" NOT NULL,
  prints integer[] NOT NULL,
  wording_hash text COLLATE "C" NOT NULL,
  CONSTRAINT clause_print_pkey PRIMARY KEY (clause_id)
);
CREATE TABLE council (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  short_name text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  gss_code text COLLATE "C",
  register_code text COLLATE "C",
  type text COLLATE "C" NOT NULL,
  nation text COLLATE "C",
  region text COLLATE "C",
  police_unit_id text COLLATE "C",
  website text COLLATE "C",
  democracy_site text COLLATE "C",
  start_date date,
  end_date date,
  replaced_by_id text COLLATE "C",
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, ((name || ' '::text) || short_name))) STORED,
  CONSTRAINT council_pkey PRIMARY KEY (id),
  CONSTRAINT council_gss_code_key UNIQUE (gss_code),
  CONSTRAINT council_register_code_key UNIQUE (register_code),
  CONSTRAINT council_slug_key UNIQUE (slug),
  CONSTRAINT council_dates_are_in_order CHECK ((end_date >= start_date)),
  CONSTRAINT council_democracy_site_is_a_web_address CHECK ((democracy_site ~ '^https?://'::text)),
  CONSTRAINT council_gss_code_is_nine_characters CHECK ((gss_code ~ '^[A-Z][0-9]{8}$'::text)),
  CONSTRAINT council_gss_code_not_empty CHECK ((gss_code <> ''::text)),
  CONSTRAINT council_id_path CHECK ((id ~ '^council/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT council_is_not_replaced_by_itself CHECK ((replaced_by_id <> id)),
  CONSTRAINT council_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT council_nation_not_empty CHECK ((nation <> ''::text)),
  CONSTRAINT council_region_not_empty CHECK ((region <> ''::text)),
  CONSTRAINT council_register_code_not_empty CHECK ((register_code <> ''::text)),
  CONSTRAINT council_short_name_not_empty CHECK ((short_name <> ''::text)),
  CONSTRAINT council_slug_not_empty CHECK ((slug <> ''::text)),
  CONSTRAINT council_type_word CHECK ((type = ANY (ARRAY['london_borough'::text, 'city_corporation'::text, 'metropolitan_district'::text, 'unitary'::text, 'county'::text, 'district'::text, 'combined_authority'::text, 'strategic_authority'::text, 'other'::text]))),
  CONSTRAINT council_website_is_a_web_address CHECK ((website ~ '^https?://'::text))
);
CREATE TABLE council_identifier (
  council_id text COLLATE "C" NOT NULL,
  scheme text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  CONSTRAINT council_identifier_pkey PRIMARY KEY (council_id, scheme, value),
  CONSTRAINT council_identifier_scheme_not_empty CHECK ((scheme <> ''::text)),
  CONSTRAINT council_identifier_value_not_empty CHECK ((value <> ''::text))
);
CREATE TABLE council_name (
  council_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  CONSTRAINT council_name_pkey PRIMARY KEY (council_id, name),
  CONSTRAINT council_name_name_not_empty CHECK ((name <> ''::text))
);
CREATE TABLE council_source (
  council_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT council_source_pkey PRIMARY KEY (council_id, source_id)
);
CREATE TABLE councillor (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  sort_name text COLLATE "C",
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, name)) STORED,
  CONSTRAINT councillor_pkey PRIMARY KEY (id),
  CONSTRAINT councillor_id_path CHECK ((id ~ '^councillor/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT councillor_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT councillor_sort_name_not_empty CHECK ((sort_name <> ''::text))
);
CREATE TABLE councillor_identifier (
  councillor_id text COLLATE "C" NOT NULL,
  scheme text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  CONSTRAINT councillor_identifier_pkey PRIMARY KEY (councillor_id, scheme, value),
  CONSTRAINT councillor_identifier_scheme_not_empty CHECK ((scheme <> ''::text)),
  CONSTRAINT councillor_identifier_value_not_empty CHECK ((value <> ''::text))
);
CREATE TABLE councillor_source (
  councillor_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT councillor_source_pkey PRIMARY KEY (councillor_id, source_id)
);
CREATE TABLE coverage (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  review_id text COLLATE "C" NOT NULL,
  searched_on date,
  date_precision text COLLATE "C" NOT NULL,
  method text COLLATE "C",
  result text COLLATE "C" NOT NULL,
  note text COLLATE "C",
  CONSTRAINT coverage_pkey PRIMARY KEY (id),
  CONSTRAINT coverage_council_id_review_id_key UNIQUE (council_id, review_id),
  CONSTRAINT coverage_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT coverage_id_path CHECK ((id ~ '^coverage/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT coverage_method_not_empty CHECK ((method <> ''::text)),
  CONSTRAINT coverage_not_searched_has_no_date CHECK (((result <> 'not_searched'::text) OR (searched_on IS NULL))),
  CONSTRAINT coverage_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT coverage_result_word CHECK ((result = ANY (ARRAY['found'::text, 'searched_none_found'::text, 'source_unavailable'::text, 'not_searched'::text]))),
  CONSTRAINT coverage_search_has_a_method CHECK (((result = 'not_searched'::text) = (method IS NULL))),
  CONSTRAINT coverage_searched_on_precision CHECK ((((searched_on IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM searched_on) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM searched_on) = (1)::numeric) AND (EXTRACT(month FROM searched_on) = (1)::numeric)))))
);
CREATE TABLE coverage_source (
  coverage_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT coverage_source_pkey PRIMARY KEY (coverage_id, source_id)
);
CREATE TABLE data_version (
  id boolean NOT NULL,
  version bigint NOT NULL,
  last_transaction text COLLATE "C" NOT NULL,
  log_id text COLLATE "C" DEFAULT (gen_random_uuid())::text NOT NULL,
  CONSTRAINT data_version_pkey PRIMARY KEY (id),
  CONSTRAINT data_version_has_one_row CHECK (id),
  CONSTRAINT data_version_last_transaction_not_empty CHECK ((last_transaction <> ''::text)),
  CONSTRAINT data_version_log_id_not_empty CHECK ((log_id <> ''::text))
);
CREATE TABLE follow_up (
  id text COLLATE "C" NOT NULL,
  ask_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  occurred_on date,
  date_precision text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  note text COLLATE "C" NOT NULL,
  CONSTRAINT follow_up_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_ask_id_seq_key UNIQUE (ask_id, seq) DEFERRABLE,
  CONSTRAINT follow_up_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT follow_up_id_path CHECK ((id ~ '^follow-up/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT follow_up_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT follow_up_occurred_on_precision CHECK ((((occurred_on IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM occurred_on) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM occurred_on) = (1)::numeric) AND (EXTRACT(month FROM occurred_on) = (1)::numeric))))),
  CONSTRAINT follow_up_state_word CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'done'::text, 'partly_done'::text, 'refused'::text, 'superseded'::text, 'no_evidence'::text, 'unknown'::text])))
);
CREATE TABLE follow_up_source (
  follow_up_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT follow_up_source_pkey PRIMARY KEY (follow_up_id, source_id)
);
CREATE TABLE held_text (
  clause_id text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  CONSTRAINT held_text_pkey PRIMARY KEY (clause_id),
  CONSTRAINT held_text_reason_not_empty CHECK ((reason <> ''::text)),
  CONSTRAINT held_text_text_not_empty CHECK ((text <> ''::text))
);
CREATE TABLE job_run (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  trigger text COLLATE "C" NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  result text COLLATE "C" NOT NULL,
  snapshot text COLLATE "C",
  code text COLLATE "C",
  reason text COLLATE "C",
  CONSTRAINT job_run_pkey PRIMARY KEY (seq),
  CONSTRAINT job_run_code_not_empty CHECK ((code <> ''::text)),
  CONSTRAINT job_run_reason_not_empty CHECK ((reason <> ''::text)),
  CONSTRAINT job_run_result_word CHECK ((result = ANY (ARRAY['running'::text, 'published'::text, 'unchanged'::text, 'failed'::text, 'cut_short'::text]))),
  CONSTRAINT job_run_snapshot_not_empty CHECK ((snapshot <> ''::text)),
  CONSTRAINT job_run_trigger_word CHECK ((trigger = ANY (ARRAY['schedule'::text, 'hand'::text])))
);
CREATE TABLE licence (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  url text COLLATE "C",
  summary text COLLATE "C" NOT NULL,
  CONSTRAINT licence_pkey PRIMARY KEY (id),
  CONSTRAINT licence_id_path CHECK ((id ~ '^licence/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT licence_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT licence_summary_not_empty CHECK ((summary <> ''::text)),
  CONSTRAINT licence_url_is_a_web_address CHECK ((url ~ '^https?://'::text))
);
CREATE TABLE listed_councillor (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  ward_name text COLLATE "C",
  name text COLLATE "C" NOT NULL,
  party_name text COLLATE "C",
  ec_code text COLLATE "C",
  next_election text COLLATE "C",
  licence_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT listed_councillor_pkey PRIMARY KEY (id),
  CONSTRAINT listed_councillor_ec_code_not_empty CHECK ((ec_code <> ''::text)),
  CONSTRAINT listed_councillor_id_path CHECK ((id ~ '^listed-councillor/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT listed_councillor_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT listed_councillor_next_election_not_empty CHECK ((next_election <> ''::text)),
  CONSTRAINT listed_councillor_party_name_not_empty CHECK ((party_name <> ''::text)),
  CONSTRAINT listed_councillor_ward_name_not_empty CHECK ((ward_name <> ''::text))
);
CREATE TABLE matrix_cell (
  recommendation_id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  review_id text COLLATE "C" NOT NULL,
  evidence_state text COLLATE "C" NOT NULL,
  direction text COLLATE "C",
  basis text COLLATE "C",
  strength text COLLATE "C",
  scope text COLLATE "C",
  wording_as_tabled boolean NOT NULL,
  held integer NOT NULL,
  proposed integer NOT NULL,
  related integer NOT NULL,
  suggested integer NOT NULL,
  proposed_outcomes text COLLATE "C" NOT NULL,
  CONSTRAINT matrix_cell_pkey PRIMARY KEY (recommendation_id, council_id),
  CONSTRAINT matrix_cell_basis_word CHECK ((basis = ANY (ARRAY['named'::text, 'paraphrased'::text, 'collective_all'::text, 'collective_part'::text, 'thematic'::text, 'inferred'::text]))),
  CONSTRAINT matrix_cell_direction_word CHECK ((direction = ANY (ARRAY['supports'::text, 'supports_with_conditions'::text, 'mixed'::text, 'notes_only'::text, 'opposes'::text, 'none_expressed'::text]))),
  CONSTRAINT matrix_cell_evidence_state_word CHECK ((evidence_state = ANY (ARRAY['found'::text, 'not_adopted'::text, 'silent'::text, 'source_unavailable'::text, 'searched_none_found'::text, 'not_searched'::text]))),
  CONSTRAINT matrix_cell_position_is_whole CHECK (((evidence_state = 'found'::text) = ((direction IS NOT NULL) AND (basis IS NOT NULL) AND (strength IS NOT NULL) AND (scope IS NOT NULL) AND (held > 0)))),
  CONSTRAINT matrix_cell_scope_word CHECK ((scope = ANY (ARRAY['as_recommended'::text, 'goes_further'::text, 'narrower'::text, 'different_means'::text]))),
  CONSTRAINT matrix_cell_strength_word CHECK ((strength = ANY (ARRAY['commits_own_action'::text, 'directs_own_body'::text, 'calls_on_others'::text, 'states_view'::text, 'notes'::text])))
);
CREATE TABLE meeting (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  body_id text COLLATE "C" NOT NULL,
  held_on date,
  date_precision text COLLATE "C" NOT NULL,
  title text COLLATE "C",
  url text COLLATE "C",
  CONSTRAINT meeting_pkey PRIMARY KEY (id),
  CONSTRAINT meeting_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT meeting_held_on_precision CHECK ((((held_on IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM held_on) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM held_on) = (1)::numeric) AND (EXTRACT(month FROM held_on) = (1)::numeric))))),
  CONSTRAINT meeting_id_path CHECK ((id ~ '^meeting/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT meeting_title_not_empty CHECK ((title <> ''::text)),
  CONSTRAINT meeting_url_is_a_web_address CHECK ((url ~ '^https?://'::text))
);
CREATE TABLE meeting_source (
  meeting_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT meeting_source_pkey PRIMARY KEY (meeting_id, source_id)
);
CREATE TABLE membership (
  id text COLLATE "C" NOT NULL,
  councillor_id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  ward_id text COLLATE "C",
  party_id text COLLATE "C",
  body_id text COLLATE "C",
  role text COLLATE "C" NOT NULL,
  role_inferred boolean NOT NULL,
  start_date date,
  end_date date,
  first_attested_on date,
  last_attested_on date,
  CONSTRAINT membership_pkey PRIMARY KEY (id),
  CONSTRAINT membership_dates_are_in_order CHECK ((end_date >= start_date)),
  CONSTRAINT membership_id_path CHECK ((id ~ '^membership/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT membership_is_attested_from_and_to CHECK (((first_attested_on IS NULL) = (last_attested_on IS NULL))),
  CONSTRAINT membership_is_attested_in_order CHECK ((last_attested_on >= first_attested_on)),
  CONSTRAINT membership_role_not_empty CHECK ((role <> ''::text))
);
CREATE TABLE membership_source (
  membership_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT membership_source_pkey PRIMARY KEY (membership_id, source_id)
);
CREATE TABLE motion (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  title text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  text_status text COLLATE "C" NOT NULL,
  date date,
  date_precision text COLLATE "C" NOT NULL,
  amends_id text COLLATE "C",
  note text COLLATE "C",
  current_stage text COLLATE "C",
  current_outcome text COLLATE "C",
  outcome_since date,
  deciding_event_id text COLLATE "C",
  search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, COALESCE(title, ''::text))) STORED,
  CONSTRAINT motion_pkey PRIMARY KEY (id),
  CONSTRAINT motion_amendment_amends_a_motion CHECK (((kind = 'amendment'::text) = (amends_id IS NOT NULL))),
  CONSTRAINT motion_current_outcome_word CHECK ((current_outcome = ANY (ARRAY['carried'::text, 'carried_as_amended'::text, 'lost'::text, 'withdrawn'::text, 'fell'::text, 'lapsed'::text, 'deferred'::text, 'referred'::text, 'noted'::text, 'ruled_out'::text, 'unknown'::text]))),
  CONSTRAINT motion_current_stage_word CHECK ((current_stage = ANY (ARRAY['notice_given'::text, 'on_agenda'::text, 'moved'::text, 'seconded'::text, 'amendment_moved'::text, 'amendment_decided'::text, 'debated'::text, 'decided'::text, 'referred_to_executive'::text, 'decided_by_executive'::text, 'referred_to_scrutiny'::text, 'considered_by_scrutiny'::text, 'called_in'::text, 'action_taken'::text, 'response_received'::text, 'progress_reported'::text, 'closed'::text, 'superseded'::text]))),
  CONSTRAINT motion_date_precision CHECK ((((date IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM date) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM date) = (1)::numeric) AND (EXTRACT(month FROM date) = (1)::numeric))))),
  CONSTRAINT motion_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT motion_does_not_amend_itself CHECK ((amends_id <> id)),
  CONSTRAINT motion_id_path CHECK ((id ~ '^motion/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT motion_kind_word CHECK ((kind = ANY (ARRAY['members_motion'::text, 'themed_debate'::text, 'non_executive_debate'::text, 'executive'::text, 'amendment'::text, 'not_stated'::text]))),
  CONSTRAINT motion_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT motion_slug_not_empty CHECK ((slug <> ''::text)),
  CONSTRAINT motion_text_status_word CHECK ((text_status = ANY (ARRAY['full'::text, 'partial'::text, 'withheld'::text, 'summary_only'::text]))),
  CONSTRAINT motion_title_not_empty CHECK ((title <> ''::text))
);
CREATE TABLE motion_event (
  id text COLLATE "C" NOT NULL,
  motion_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  stage text COLLATE "C" NOT NULL,
  body_id text COLLATE "C",
  meeting_id text COLLATE "C",
  occurred_on date,
  date_precision text COLLATE "C" NOT NULL,
  authoritative boolean NOT NULL,
  outcome text COLLATE "C",
  outcome_text text COLLATE "C",
  decision_mode text COLLATE "C" NOT NULL,
  votes_for integer,
  votes_against integer,
  votes_abstain integer,
  amendment_id text COLLATE "C",
  note text COLLATE "C",
  CONSTRAINT motion_event_pkey PRIMARY KEY (id),
  CONSTRAINT motion_event_motion_id_seq_key UNIQUE (motion_id, seq) DEFERRABLE,
  CONSTRAINT motion_event_amendment_fits_its_stage CHECK (((amendment_id IS NULL) OR (stage = ANY (ARRAY['amendment_moved'::text, 'amendment_decided'::text])))),
  CONSTRAINT motion_event_amendment_holds_its_own_outcome CHECK (((stage <> 'amendment_decided'::text) OR ((outcome IS NULL) AND (amendment_id IS NOT NULL)))),
  CONSTRAINT motion_event_authoritative_decides CHECK (((NOT authoritative) OR ((stage = ANY (ARRAY['decided'::text, 'decided_by_executive'::text])) AND (outcome IS NOT NULL)))),
  CONSTRAINT motion_event_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT motion_event_decision_mode_word CHECK ((decision_mode = ANY (ARRAY['unanimous'::text, 'by_consent'::text, 'show_of_hands'::text, 'recorded_vote'::text, 'casting_vote'::text, 'not_stated'::text]))),
  CONSTRAINT motion_event_id_path CHECK ((id ~ '^event/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT motion_event_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT motion_event_occurred_on_precision CHECK ((((occurred_on IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM occurred_on) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM occurred_on) = (1)::numeric) AND (EXTRACT(month FROM occurred_on) = (1)::numeric))))),
  CONSTRAINT motion_event_outcome_text_not_empty CHECK ((outcome_text <> ''::text)),
  CONSTRAINT motion_event_outcome_word CHECK ((outcome = ANY (ARRAY['carried'::text, 'carried_as_amended'::text, 'lost'::text, 'withdrawn'::text, 'fell'::text, 'lapsed'::text, 'deferred'::text, 'referred'::text, 'noted'::text, 'ruled_out'::text, 'unknown'::text]))),
  CONSTRAINT motion_event_stage_word CHECK ((stage = ANY (ARRAY['notice_given'::text, 'on_agenda'::text, 'moved'::text, 'seconded'::text, 'amendment_moved'::text, 'amendment_decided'::text, 'debated'::text, 'decided'::text, 'referred_to_executive'::text, 'decided_by_executive'::text, 'referred_to_scrutiny'::text, 'considered_by_scrutiny'::text, 'called_in'::text, 'action_taken'::text, 'response_received'::text, 'progress_reported'::text, 'closed'::text, 'superseded'::text]))),
  CONSTRAINT motion_event_votes_are_counts CHECK (((votes_for >= 0) AND (votes_against >= 0) AND (votes_abstain >= 0)))
);
CREATE TABLE motion_event_source (
  motion_event_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT motion_event_source_pkey PRIMARY KEY (motion_event_id, source_id)
);
CREATE TABLE motion_person (
  id text COLLATE "C" NOT NULL,
  motion_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  role text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  is_group boolean NOT NULL,
  councillor_id text COLLATE "C",
  ward_id text COLLATE "C",
  party_id text COLLATE "C",
  CONSTRAINT motion_person_pkey PRIMARY KEY (id),
  CONSTRAINT motion_person_motion_id_seq_key UNIQUE (motion_id, seq) DEFERRABLE,
  CONSTRAINT motion_person_group_is_no_councillor CHECK ((NOT (is_group AND (councillor_id IS NOT NULL)))),
  CONSTRAINT motion_person_id_path CHECK ((id ~ '^person/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT motion_person_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT motion_person_role_word CHECK ((role = ANY (ARRAY['mover'::text, 'seconder'::text, 'presenter'::text])))
);
CREATE TABLE motion_person_source (
  motion_person_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT motion_person_source_pkey PRIMARY KEY (motion_person_id, source_id)
);
CREATE TABLE motion_source (
  motion_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT motion_source_pkey PRIMARY KEY (motion_id, source_id)
);
CREATE TABLE organisation (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  office text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  council_id text COLLATE "C",
  body_id text COLLATE "C",
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_id_path CHECK ((id ~ '^organisation/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT organisation_kind_word CHECK ((kind = ANY (ARRAY['police'::text, 'mayor_gla'::text, 'uk_government'::text, 'parliament'::text, 'own_executive'::text, 'own_committee'::text, 'own_council'::text, 'other_council'::text, 'public_body'::text, 'company'::text, 'public'::text]))),
  CONSTRAINT organisation_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT organisation_office_not_empty CHECK ((office <> ''::text))
);
CREATE TABLE organisation_source (
  organisation_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT organisation_source_pkey PRIMARY KEY (organisation_id, source_id)
);
CREATE TABLE party (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  ec_code text COLLATE "C",
  CONSTRAINT party_pkey PRIMARY KEY (id),
  CONSTRAINT party_ec_code_not_empty CHECK ((ec_code <> ''::text)),
  CONSTRAINT party_id_path CHECK ((id ~ '^party/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT party_name_not_empty CHECK ((name <> ''::text))
);
CREATE TABLE party_source (
  party_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT party_source_pkey PRIMARY KEY (party_id, source_id)
);
CREATE TABLE police_unit (
  id text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  force text COLLATE "C" NOT NULL,
  CONSTRAINT police_unit_pkey PRIMARY KEY (id),
  CONSTRAINT police_unit_code_force_key UNIQUE (code, force),
  CONSTRAINT police_unit_code_not_empty CHECK ((code <> ''::text)),
  CONSTRAINT police_unit_force_not_empty CHECK ((force <> ''::text)),
  CONSTRAINT police_unit_id_path CHECK ((id ~ '^police-unit/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT police_unit_name_not_empty CHECK ((name <> ''::text))
);
CREATE TABLE police_unit_source (
  police_unit_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT police_unit_source_pkey PRIMARY KEY (police_unit_id, source_id)
);
CREATE TABLE recommendation (
  id text COLLATE "C" NOT NULL,
  review_id text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  number text COLLATE "C",
  number_sort text COLLATE "C" GENERATED ALWAYS AS (lpad(number, 8, '0'::text)) STORED,
  number_status text COLLATE "C" NOT NULL,
  group_code text COLLATE "C",
  group_name text COLLATE "C",
  title text COLLATE "C" NOT NULL,
  summary text COLLATE "C",
  summary_status text COLLATE "C" NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((title || ' '::text) || COALESCE(summary, ''::text)))) STORED,
  CONSTRAINT recommendation_pkey PRIMARY KEY (id),
  CONSTRAINT recommendation_review_id_id_key UNIQUE (review_id, id),
  CONSTRAINT recommendation_review_id_slug_key UNIQUE (review_id, slug),
  CONSTRAINT recommendation_group_code_not_empty CHECK ((group_code <> ''::text)),
  CONSTRAINT recommendation_group_name_not_empty CHECK ((group_name <> ''::text)),
  CONSTRAINT recommendation_id_path CHECK ((id ~ '^recommendation/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT recommendation_number_not_empty CHECK ((number <> ''::text)),
  CONSTRAINT recommendation_number_status_word CHECK ((number_status = ANY (ARRAY['verified'::text, 'two_source'::text, 'inferred'::text, 'unverified'::text]))),
  CONSTRAINT recommendation_slug_not_empty CHECK ((slug <> ''::text)),
  CONSTRAINT recommendation_summary_not_empty CHECK ((summary <> ''::text)),
  CONSTRAINT recommendation_summary_status_word CHECK ((summary_status = ANY (ARRAY['verified'::text, 'two_source'::text, 'inferred'::text, 'unverified'::text]))),
  CONSTRAINT recommendation_title_not_empty CHECK ((title <> ''::text))
);
CREATE TABLE recommendation_addressee (
  recommendation_id text COLLATE "C" NOT NULL,
  organisation_id text COLLATE "C" NOT NULL,
  CONSTRAINT recommendation_addressee_pkey PRIMARY KEY (recommendation_id, organisation_id)
);
CREATE TABLE recommendation_source (
  recommendation_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT recommendation_source_pkey PRIMARY KEY (recommendation_id, source_id)
);
CREATE TABLE recommendation_theme (
  recommendation_id text COLLATE "C" NOT NULL,
  theme_id text COLLATE "C" NOT NULL,
  CONSTRAINT recommendation_theme_pkey PRIMARY KEY (recommendation_id, theme_id)
);
CREATE TABLE redirect (
  old_id text COLLATE "C" NOT NULL,
  new_id text COLLATE "C" NOT NULL,
  CONSTRAINT redirect_pkey PRIMARY KEY (old_id),
  CONSTRAINT redirect_leads_elsewhere CHECK ((old_id <> new_id)),
  CONSTRAINT redirect_new_id_not_empty CHECK ((new_id <> ''::text)),
  CONSTRAINT redirect_old_id_not_empty CHECK ((old_id <> ''::text))
);
CREATE TABLE review (
  id text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  short_name text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  reviewer text COLLATE "C" NOT NULL,
  commissioned_by text COLLATE "C",
  publisher text COLLATE "C",
  published_on date,
  date_precision text COLLATE "C" NOT NULL,
  recommendation_count integer,
  summary text COLLATE "C",
  url text COLLATE "C",
  CONSTRAINT review_pkey PRIMARY KEY (id),
  CONSTRAINT review_slug_key UNIQUE (slug),
  CONSTRAINT review_commissioned_by_not_empty CHECK ((commissioned_by <> ''::text)),
  CONSTRAINT review_counts_recommendations CHECK ((recommendation_count > 0)),
  CONSTRAINT review_date_precision_word CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT review_id_path CHECK ((id ~ '^review/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT review_published_on_precision CHECK ((((published_on IS NULL) = (date_precision = 'unknown'::text)) AND ((date_precision <> 'month'::text) OR (EXTRACT(day FROM published_on) = (1)::numeric)) AND ((date_precision <> 'year'::text) OR ((EXTRACT(day FROM published_on) = (1)::numeric) AND (EXTRACT(month FROM published_on) = (1)::numeric))))),
  CONSTRAINT review_publisher_not_empty CHECK ((publisher <> ''::text)),
  CONSTRAINT review_reviewer_not_empty CHECK ((reviewer <> ''::text)),
  CONSTRAINT review_short_name_not_empty CHECK ((short_name <> ''::text)),
  CONSTRAINT review_slug_not_empty CHECK ((slug <> ''::text)),
  CONSTRAINT review_summary_not_empty CHECK ((summary <> ''::text)),
  CONSTRAINT review_title_not_empty CHECK ((title <> ''::text)),
  CONSTRAINT review_url_is_a_web_address CHECK ((url ~ '^https?://'::text))
);
CREATE TABLE review_motion (
  review_id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C" NOT NULL,
  motion_id text COLLATE "C" NOT NULL,
  CONSTRAINT review_motion_pkey PRIMARY KEY (review_id, council_id, motion_id)
);
CREATE TABLE review_source (
  review_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT review_source_pkey PRIMARY KEY (review_id, source_id)
);
CREATE TABLE revision (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  entity text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  data_version bigint NOT NULL,
  note text COLLATE "C" NOT NULL,
  by text COLLATE "C" NOT NULL,
  before jsonb,
  after jsonb,
  reason text COLLATE "C" NOT NULL,
  CONSTRAINT revision_pkey PRIMARY KEY (seq),
  CONSTRAINT revision_by_not_empty CHECK ((by <> ''::text)),
  CONSTRAINT revision_entity_not_empty CHECK ((entity <> ''::text)),
  CONSTRAINT revision_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT revision_operation_word CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text]))),
  CONSTRAINT revision_reason_word CHECK ((reason = ANY (ARRAY['new_coverage'::text, 'source_changed'::text, 'our_correction'::text, 'reinterpretation'::text, 'merge'::text, 'redaction'::text, 'derived'::text, 'not_stated'::text]))),
  CONSTRAINT revision_record_id_not_empty CHECK ((record_id <> ''::text))
);
CREATE TABLE search_word (
  word text COLLATE "C" NOT NULL,
  records integer NOT NULL,
  stem text COLLATE "C" GENERATED ALWAYS AS ((ts_lexize('english_stem'::regdictionary, word))[1]) STORED,
  CONSTRAINT search_word_pkey PRIMARY KEY (word)
);
CREATE TABLE seed_record (
  id text COLLATE "C" NOT NULL,
  table_name text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL,
  CONSTRAINT seed_record_pkey PRIMARY KEY (id),
  CONSTRAINT seed_record_file_not_empty CHECK ((file <> ''::text)),
  CONSTRAINT seed_record_table_name_not_empty CHECK ((table_name <> ''::text))
);
CREATE TABLE seed_state (
  id boolean NOT NULL,
  hash text COLLATE "C" NOT NULL,
  CONSTRAINT seed_state_pkey PRIMARY KEY (id),
  CONSTRAINT seed_state_has_one_row CHECK (id),
  CONSTRAINT seed_state_hash_not_empty CHECK ((hash <> ''::text))
);
CREATE TABLE source (
  id text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  publisher text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  url text COLLATE "C",
  published_on date,
  published_precision text COLLATE "C" NOT NULL,
  retrieved_at timestamp with time zone,
  media_type text COLLATE "C",
  sha256 text COLLATE "C",
  completeness text COLLATE "C" NOT NULL,
  licence_id text COLLATE "C",
  rights text COLLATE "C",
  note text COLLATE "C",
  CONSTRAINT source_pkey PRIMARY KEY (id),
  CONSTRAINT source_completeness_word CHECK ((completeness = ANY (ARRAY['full'::text, 'partial'::text, 'unknown'::text]))),
  CONSTRAINT source_id_path CHECK ((id ~ '^source/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT source_kind_word CHECK ((kind = ANY (ARRAY['council_page'::text, 'council_document'::text, 'public_body_page'::text, 'party_page'::text, 'news'::text, 'blog'::text, 'report'::text, 'parliament_record'::text, 'dataset'::text, 'compilation'::text]))),
  CONSTRAINT source_media_type_not_empty CHECK ((media_type <> ''::text)),
  CONSTRAINT source_note_not_empty CHECK ((note <> ''::text)),
  CONSTRAINT source_published_on_precision CHECK ((((published_on IS NULL) = (published_precision = 'unknown'::text)) AND ((published_precision <> 'month'::text) OR (EXTRACT(day FROM published_on) = (1)::numeric)) AND ((published_precision <> 'year'::text) OR ((EXTRACT(day FROM published_on) = (1)::numeric) AND (EXTRACT(month FROM published_on) = (1)::numeric))))),
  CONSTRAINT source_published_precision_word CHECK ((published_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text]))),
  CONSTRAINT source_publisher_not_empty CHECK ((publisher <> ''::text)),
  CONSTRAINT source_rights_not_empty CHECK ((rights <> ''::text)),
  CONSTRAINT source_sha256_is_hexadecimal CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT source_sha256_not_empty CHECK ((sha256 <> ''::text)),
  CONSTRAINT source_title_not_empty CHECK ((title <> ''::text)),
  CONSTRAINT source_url_is_a_web_address CHECK ((url ~ '^https?://'::text)),
  CONSTRAINT source_url_not_empty CHECK ((url <> ''::text))
);
CREATE TABLE suggested_theme (
  ask_id text COLLATE "C" NOT NULL,
  theme_id text COLLATE "C" NOT NULL,
  quote_start integer,
  quote_end integer,
  CONSTRAINT suggested_theme_pkey PRIMARY KEY (ask_id, theme_id),
  CONSTRAINT suggested_theme_quote_is_in_order CHECK (((quote_start >= 0) AND (quote_end > quote_start) AND ((quote_start IS NULL) = (quote_end IS NULL))))
);
CREATE TABLE text_match (
  clause_id text COLLATE "C" NOT NULL,
  other_id text COLLATE "C" NOT NULL,
  similarity integer NOT NULL,
  shared_words integer NOT NULL,
  span_start integer NOT NULL,
  span_end integer NOT NULL,
  other_span_start integer NOT NULL,
  other_span_end integer NOT NULL,
  other_is_earlier boolean,
  CONSTRAINT text_match_pkey PRIMARY KEY (clause_id, other_id),
  CONSTRAINT text_match_is_of_two_clauses CHECK ((clause_id <> other_id)),
  CONSTRAINT text_match_other_span_is_in_order CHECK (((other_span_start >= 0) AND (other_span_end > other_span_start))),
  CONSTRAINT text_match_similarity_is_per_cent CHECK (((similarity >= 0) AND (similarity <= 100))),
  CONSTRAINT text_match_span_is_in_order CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE TABLE theme (
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  summary text COLLATE "C",
  CONSTRAINT theme_pkey PRIMARY KEY (id),
  CONSTRAINT theme_id_path CHECK ((id ~ '^theme/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT theme_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT theme_summary_not_empty CHECK ((summary <> ''::text))
);
CREATE TABLE theme_phrase (
  theme_id text COLLATE "C" NOT NULL,
  phrase text COLLATE "C" NOT NULL,
  CONSTRAINT theme_phrase_pkey PRIMARY KEY (theme_id, phrase),
  CONSTRAINT theme_phrase_phrase_form CHECK ((phrase ~ '^[[:alnum:]’-]+[*]?([-+][[:alnum:]’-]+[*]?)*$'::text))
);
CREATE TABLE tombstone (
  id text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  removed_at date NOT NULL,
  CONSTRAINT tombstone_pkey PRIMARY KEY (id),
  CONSTRAINT tombstone_reason_not_empty CHECK ((reason <> ''::text))
);
CREATE TABLE vote (
  id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  councillor_id text COLLATE "C" NOT NULL,
  option text COLLATE "C" NOT NULL,
  CONSTRAINT vote_pkey PRIMARY KEY (id),
  CONSTRAINT vote_event_id_councillor_id_key UNIQUE (event_id, councillor_id),
  CONSTRAINT vote_id_path CHECK ((id ~ '^vote/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT vote_option_word CHECK ((option = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text, 'not_voting'::text, 'absent'::text])))
);
CREATE TABLE ward (
  id text COLLATE "C" NOT NULL,
  council_id text COLLATE "C",
  council_inferred boolean NOT NULL,
  name text COLLATE "C" NOT NULL,
  gss_code text COLLATE "C",
  seats integer,
  seats_status text COLLATE "C",
  start_date date,
  end_date date,
  CONSTRAINT ward_pkey PRIMARY KEY (id),
  CONSTRAINT ward_gss_code_key UNIQUE (gss_code),
  CONSTRAINT ward_dates_are_in_order CHECK ((end_date >= start_date)),
  CONSTRAINT ward_gss_code_is_a_code CHECK ((gss_code ~ '^[A-Z0-9]{4,9}$'::text)),
  CONSTRAINT ward_gss_code_not_empty CHECK ((gss_code <> ''::text)),
  CONSTRAINT ward_id_path CHECK ((id ~ '^ward/[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  CONSTRAINT ward_name_not_empty CHECK ((name <> ''::text)),
  CONSTRAINT ward_seats_are_positive CHECK ((seats > 0)),
  CONSTRAINT ward_seats_have_a_status CHECK (((seats IS NULL) = (seats_status IS NULL))),
  CONSTRAINT ward_seats_status_word CHECK ((seats_status = ANY (ARRAY['verified'::text, 'two_source'::text, 'inferred'::text, 'unverified'::text])))
);
CREATE TABLE ward_source (
  ward_id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  CONSTRAINT ward_source_pkey PRIMARY KEY (ward_id, source_id)
);

ALTER TABLE ask ADD CONSTRAINT ask_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES organisation(id);
ALTER TABLE ask ADD CONSTRAINT ask_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES organisation(id);
ALTER TABLE ask ADD CONSTRAINT ask_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id);
ALTER TABLE ask_theme ADD CONSTRAINT ask_theme_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES ask(id);
ALTER TABLE ask_theme ADD CONSTRAINT ask_theme_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id);
ALTER TABLE body ADD CONSTRAINT body_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE body_source ADD CONSTRAINT body_source_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
ALTER TABLE body_source ADD CONSTRAINT body_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE citation ADD CONSTRAINT citation_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id);
ALTER TABLE citation ADD CONSTRAINT citation_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id);
ALTER TABLE citation ADD CONSTRAINT citation_recommendation_is_of_the_review FOREIGN KEY (review_id, recommendation_id) REFERENCES recommendation(review_id, id);
ALTER TABLE citation ADD CONSTRAINT citation_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id);
ALTER TABLE claim ADD CONSTRAINT claim_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id);
ALTER TABLE clause ADD CONSTRAINT clause_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motion(id);
ALTER TABLE clause ADD CONSTRAINT clause_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES clause(id) DEFERRABLE;
ALTER TABLE clause ADD CONSTRAINT clause_parent_is_in_the_same_motion FOREIGN KEY (motion_id, parent_id) REFERENCES clause(motion_id, id) DEFERRABLE;
ALTER TABLE clause ADD CONSTRAINT clause_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE clause_print ADD CONSTRAINT clause_print_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE council ADD CONSTRAINT council_police_unit_id_fkey FOREIGN KEY (police_unit_id) REFERENCES police_unit(id);
ALTER TABLE council ADD CONSTRAINT council_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES council(id) DEFERRABLE;
ALTER TABLE council_identifier ADD CONSTRAINT council_identifier_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE council_name ADD CONSTRAINT council_name_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE council_source ADD CONSTRAINT council_source_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE council_source ADD CONSTRAINT council_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE councillor_identifier ADD CONSTRAINT councillor_identifier_councillor_id_fkey FOREIGN KEY (councillor_id) REFERENCES councillor(id);
ALTER TABLE councillor_source ADD CONSTRAINT councillor_source_councillor_id_fkey FOREIGN KEY (councillor_id) REFERENCES councillor(id);
ALTER TABLE councillor_source ADD CONSTRAINT councillor_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE coverage ADD CONSTRAINT coverage_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE coverage ADD CONSTRAINT coverage_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id);
ALTER TABLE coverage_source ADD CONSTRAINT coverage_source_coverage_id_fkey FOREIGN KEY (coverage_id) REFERENCES coverage(id);
ALTER TABLE coverage_source ADD CONSTRAINT coverage_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE follow_up ADD CONSTRAINT follow_up_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES ask(id);
ALTER TABLE follow_up_source ADD CONSTRAINT follow_up_source_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up(id);
ALTER TABLE follow_up_source ADD CONSTRAINT follow_up_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE held_text ADD CONSTRAINT held_text_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id);
ALTER TABLE listed_councillor ADD CONSTRAINT listed_councillor_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE listed_councillor ADD CONSTRAINT listed_councillor_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES licence(id);
ALTER TABLE listed_councillor ADD CONSTRAINT listed_councillor_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE meeting ADD CONSTRAINT meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
ALTER TABLE meeting ADD CONSTRAINT meeting_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE meeting_source ADD CONSTRAINT meeting_source_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_source ADD CONSTRAINT meeting_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE membership ADD CONSTRAINT membership_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
ALTER TABLE membership ADD CONSTRAINT membership_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE membership ADD CONSTRAINT membership_councillor_id_fkey FOREIGN KEY (councillor_id) REFERENCES councillor(id);
ALTER TABLE membership ADD CONSTRAINT membership_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE membership ADD CONSTRAINT membership_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES ward(id);
ALTER TABLE membership_source ADD CONSTRAINT membership_source_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id);
ALTER TABLE membership_source ADD CONSTRAINT membership_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE motion ADD CONSTRAINT motion_amends_id_fkey FOREIGN KEY (amends_id) REFERENCES motion(id) DEFERRABLE;
ALTER TABLE motion ADD CONSTRAINT motion_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE motion ADD CONSTRAINT motion_deciding_event_id_fkey FOREIGN KEY (deciding_event_id) REFERENCES motion_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE motion_event ADD CONSTRAINT motion_event_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES motion(id);
ALTER TABLE motion_event ADD CONSTRAINT motion_event_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
ALTER TABLE motion_event ADD CONSTRAINT motion_event_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE motion_event ADD CONSTRAINT motion_event_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motion(id);
ALTER TABLE motion_event_source ADD CONSTRAINT motion_event_source_motion_event_id_fkey FOREIGN KEY (motion_event_id) REFERENCES motion_event(id);
ALTER TABLE motion_event_source ADD CONSTRAINT motion_event_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE motion_person ADD CONSTRAINT motion_person_councillor_id_fkey FOREIGN KEY (councillor_id) REFERENCES councillor(id);
ALTER TABLE motion_person ADD CONSTRAINT motion_person_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motion(id);
ALTER TABLE motion_person ADD CONSTRAINT motion_person_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE motion_person ADD CONSTRAINT motion_person_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES ward(id);
ALTER TABLE motion_person_source ADD CONSTRAINT motion_person_source_motion_person_id_fkey FOREIGN KEY (motion_person_id) REFERENCES motion_person(id);
ALTER TABLE motion_person_source ADD CONSTRAINT motion_person_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE motion_source ADD CONSTRAINT motion_source_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motion(id);
ALTER TABLE motion_source ADD CONSTRAINT motion_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE organisation ADD CONSTRAINT organisation_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
ALTER TABLE organisation ADD CONSTRAINT organisation_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE organisation_source ADD CONSTRAINT organisation_source_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE organisation_source ADD CONSTRAINT organisation_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE party_source ADD CONSTRAINT party_source_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE party_source ADD CONSTRAINT party_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE police_unit_source ADD CONSTRAINT police_unit_source_police_unit_id_fkey FOREIGN KEY (police_unit_id) REFERENCES police_unit(id);
ALTER TABLE police_unit_source ADD CONSTRAINT police_unit_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE recommendation ADD CONSTRAINT recommendation_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id);
ALTER TABLE recommendation_addressee ADD CONSTRAINT recommendation_addressee_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE recommendation_addressee ADD CONSTRAINT recommendation_addressee_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id);
ALTER TABLE recommendation_source ADD CONSTRAINT recommendation_source_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id);
ALTER TABLE recommendation_source ADD CONSTRAINT recommendation_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE recommendation_theme ADD CONSTRAINT recommendation_theme_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id);
ALTER TABLE recommendation_theme ADD CONSTRAINT recommendation_theme_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id);
ALTER TABLE review_source ADD CONSTRAINT review_source_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id);
ALTER TABLE review_source ADD CONSTRAINT review_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE source ADD CONSTRAINT source_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES licence(id);
ALTER TABLE suggested_theme ADD CONSTRAINT suggested_theme_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES ask(id) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE suggested_theme ADD CONSTRAINT suggested_theme_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id) DEFERRABLE;
ALTER TABLE text_match ADD CONSTRAINT text_match_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clause(id) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE text_match ADD CONSTRAINT text_match_other_id_fkey FOREIGN KEY (other_id) REFERENCES clause(id) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE theme_phrase ADD CONSTRAINT theme_phrase_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id) DEFERRABLE;
ALTER TABLE vote ADD CONSTRAINT vote_councillor_id_fkey FOREIGN KEY (councillor_id) REFERENCES councillor(id);
ALTER TABLE vote ADD CONSTRAINT vote_event_id_fkey FOREIGN KEY (event_id) REFERENCES motion_event(id);
ALTER TABLE ward ADD CONSTRAINT ward_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id);
ALTER TABLE ward_source ADD CONSTRAINT ward_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE ward_source ADD CONSTRAINT ward_source_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES ward(id);

CREATE INDEX ask_actor_id_idx ON ask USING btree (actor_id);
CREATE INDEX ask_addressee_id_idx ON ask USING btree (addressee_id);
CREATE INDEX ask_addressee_list_idx ON ask USING btree (addressee_id) INCLUDE (id, state, review_state, clause_id);
CREATE INDEX ask_list_idx ON ask USING btree (id) INCLUDE (state, review_state, clause_id);
CREATE INDEX ask_theme_theme_id_idx ON ask_theme USING btree (theme_id);
CREATE INDEX body_council_id_idx ON body USING btree (council_id);
CREATE INDEX body_source_source_id_idx ON body_source USING btree (source_id);
CREATE INDEX citation_recommendation_id_idx ON citation USING btree (recommendation_id);
CREATE INDEX citation_review_id_idx ON citation USING btree (review_id);
CREATE INDEX clause_parent_id_idx ON clause USING btree (parent_id);
CREATE INDEX clause_search_idx ON clause USING gin (search);
CREATE INDEX clause_source_id_idx ON clause USING btree (source_id);
CREATE INDEX clause_print_prints_idx ON clause_print USING gin (prints);
CREATE INDEX council_police_unit_id_idx ON council USING btree (police_unit_id);
CREATE INDEX council_replaced_by_id_idx ON council USING btree (replaced_by_id);
CREATE INDEX council_search_idx ON council USING gin (search);
CREATE INDEX council_identifier_scheme_value_idx ON council_identifier USING btree (scheme, value);
CREATE INDEX council_source_source_id_idx ON council_source USING btree (source_id);
CREATE INDEX councillor_search_idx ON councillor USING gin (search);
CREATE INDEX councillor_source_source_id_idx ON councillor_source USING btree (source_id);
CREATE INDEX coverage_review_id_idx ON coverage USING btree (review_id);
CREATE INDEX coverage_source_source_id_idx ON coverage_source USING btree (source_id);
CREATE INDEX follow_up_source_source_id_idx ON follow_up_source USING btree (source_id);
CREATE INDEX job_run_started_at_idx ON job_run USING btree (started_at);
CREATE INDEX listed_councillor_council_id_idx ON listed_councillor USING btree (council_id);
CREATE INDEX listed_councillor_licence_id_idx ON listed_councillor USING btree (licence_id);
CREATE INDEX listed_councillor_source_id_idx ON listed_councillor USING btree (source_id);
CREATE INDEX matrix_cell_council_id_idx ON matrix_cell USING btree (council_id);
CREATE INDEX matrix_cell_review_id_idx ON matrix_cell USING btree (review_id);
CREATE INDEX meeting_body_id_idx ON meeting USING btree (body_id);
CREATE INDEX meeting_council_id_idx ON meeting USING btree (council_id);
CREATE INDEX meeting_source_source_id_idx ON meeting_source USING btree (source_id);
CREATE INDEX membership_body_id_idx ON membership USING btree (body_id);
CREATE INDEX membership_council_id_idx ON membership USING btree (council_id);
CREATE INDEX membership_councillor_id_idx ON membership USING btree (councillor_id);
CREATE INDEX membership_party_id_idx ON membership USING btree (party_id);
CREATE INDEX membership_ward_id_idx ON membership USING btree (ward_id);
CREATE INDEX membership_source_source_id_idx ON membership_source USING btree (source_id);
CREATE INDEX motion_amends_id_idx ON motion USING btree (amends_id);
CREATE INDEX motion_council_id_date_id_idx ON motion USING btree (council_id, date DESC NULLS LAST, id);
CREATE INDEX motion_council_id_idx ON motion USING btree (council_id);
CREATE INDEX motion_current_outcome_idx ON motion USING btree (current_outcome);
CREATE INDEX motion_date_id_idx ON motion USING btree (date DESC NULLS LAST, id);
CREATE INDEX motion_deciding_event_id_idx ON motion USING btree (deciding_event_id);
CREATE INDEX motion_search_idx ON motion USING gin (search);
CREATE INDEX motion_event_amendment_id_idx ON motion_event USING btree (amendment_id);
CREATE INDEX motion_event_body_id_idx ON motion_event USING btree (body_id);
CREATE INDEX motion_event_meeting_id_idx ON motion_event USING btree (meeting_id);
CREATE INDEX motion_event_occurred_on_id_idx ON motion_event USING btree (occurred_on DESC NULLS LAST, id);
CREATE INDEX motion_event_source_source_id_idx ON motion_event_source USING btree (source_id);
CREATE INDEX motion_person_councillor_id_idx ON motion_person USING btree (councillor_id);
CREATE INDEX motion_person_party_id_idx ON motion_person USING btree (party_id);
CREATE INDEX motion_person_ward_id_idx ON motion_person USING btree (ward_id);
CREATE INDEX motion_person_source_source_id_idx ON motion_person_source USING btree (source_id);
CREATE INDEX motion_source_source_id_idx ON motion_source USING btree (source_id);
CREATE INDEX organisation_body_id_idx ON organisation USING btree (body_id);
CREATE INDEX organisation_council_id_idx ON organisation USING btree (council_id);
CREATE INDEX organisation_source_source_id_idx ON organisation_source USING btree (source_id);
CREATE INDEX party_source_source_id_idx ON party_source USING btree (source_id);
CREATE INDEX police_unit_source_source_id_idx ON police_unit_source USING btree (source_id);
CREATE INDEX recommendation_search_idx ON recommendation USING gin (search);
CREATE INDEX recommendation_addressee_organisation_id_idx ON recommendation_addressee USING btree (organisation_id);
CREATE INDEX recommendation_source_source_id_idx ON recommendation_source USING btree (source_id);
CREATE INDEX recommendation_theme_theme_id_idx ON recommendation_theme USING btree (theme_id);
CREATE INDEX review_motion_council_id_idx ON review_motion USING btree (council_id);
CREATE INDEX review_motion_motion_id_idx ON review_motion USING btree (motion_id);
CREATE INDEX review_source_source_id_idx ON review_source USING btree (source_id);
CREATE INDEX revision_data_version_seq_idx ON revision USING btree (data_version, seq);
CREATE INDEX revision_entity_record_id_idx ON revision USING btree (entity, record_id);
CREATE INDEX search_word_gone_idx ON search_word USING btree (word) WHERE (records <= 0);
CREATE INDEX search_word_stem_idx ON search_word USING btree (stem);
CREATE INDEX search_word_trigrams_idx ON search_word USING gin (word gin_trgm_ops);
CREATE INDEX source_licence_id_idx ON source USING btree (licence_id);
CREATE INDEX suggested_theme_theme_id_idx ON suggested_theme USING btree (theme_id);
CREATE INDEX text_match_other_id_idx ON text_match USING btree (other_id);
CREATE INDEX vote_councillor_id_idx ON vote USING btree (councillor_id);
CREATE INDEX ward_council_id_idx ON ward USING btree (council_id);
CREATE INDEX ward_source_source_id_idx ON ward_source USING btree (source_id);

CREATE TRIGGER log_delete AFTER DELETE ON ask REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON ask REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON ask REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON ask FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON ask REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON ask_theme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ask_id || '' '' || r.theme_id');
CREATE TRIGGER log_insert AFTER INSERT ON ask_theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ask_id || '' '' || r.theme_id');
CREATE TRIGGER log_update AFTER UPDATE ON ask_theme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ask_id || '' '' || r.theme_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF ask_id, theme_id ON ask_theme FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON body REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON body REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON body REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON body FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON body REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON body_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.body_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON body_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.body_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON body_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.body_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF body_id, source_id ON body_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON citation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON citation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON citation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON citation FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON citation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON claim REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON claim REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON claim REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON claim REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON clause REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON clause REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON clause REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON clause FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON clause REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER words_delete AFTER DELETE ON clause REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.summary, r.lead_in, r.text)');
CREATE TRIGGER words_insert AFTER INSERT ON clause REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.summary, r.lead_in, r.text)');
CREATE TRIGGER words_update AFTER UPDATE ON clause REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.summary, r.lead_in, r.text)');
CREATE TRIGGER log_delete AFTER DELETE ON council REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON council REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON council REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON council FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON council REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER words_delete AFTER DELETE ON council REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.name, r.short_name)');
CREATE TRIGGER words_insert AFTER INSERT ON council REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.name, r.short_name)');
CREATE TRIGGER words_update AFTER UPDATE ON council REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.name, r.short_name)');
CREATE TRIGGER log_delete AFTER DELETE ON council_identifier REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER log_insert AFTER INSERT ON council_identifier REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER log_update AFTER UPDATE ON council_identifier REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF council_id, scheme, value ON council_identifier FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON council_name REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.name');
CREATE TRIGGER log_insert AFTER INSERT ON council_name REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.name');
CREATE TRIGGER log_update AFTER UPDATE ON council_name REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.name');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF council_id, name ON council_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON council_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON council_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON council_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.council_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF council_id, source_id ON council_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON councillor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON councillor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON councillor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON councillor FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON councillor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER words_delete AFTER DELETE ON councillor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.name');
CREATE TRIGGER words_insert AFTER INSERT ON councillor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.name');
CREATE TRIGGER words_update AFTER UPDATE ON councillor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.name');
CREATE TRIGGER log_delete AFTER DELETE ON councillor_identifier REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER log_insert AFTER INSERT ON councillor_identifier REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER log_update AFTER UPDATE ON councillor_identifier REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.scheme || '' '' || r.value');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF councillor_id, scheme, value ON councillor_identifier FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON councillor_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON councillor_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON councillor_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.councillor_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF councillor_id, source_id ON councillor_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON coverage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON coverage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON coverage REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON coverage FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON coverage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON coverage_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.coverage_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON coverage_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.coverage_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON coverage_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.coverage_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF coverage_id, source_id ON coverage_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON follow_up REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON follow_up FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON follow_up_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.follow_up_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON follow_up_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.follow_up_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON follow_up_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.follow_up_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF follow_up_id, source_id ON follow_up_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON licence REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON licence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON licence REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON licence FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON licence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON listed_councillor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON listed_councillor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON listed_councillor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON listed_councillor FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON listed_councillor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON meeting FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON meeting_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.meeting_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON meeting_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.meeting_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON meeting_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.meeting_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF meeting_id, source_id ON meeting_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON membership FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON membership_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.membership_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON membership_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.membership_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON membership_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.membership_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF membership_id, source_id ON membership_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON motion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON motion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON motion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON motion FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON motion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER words_delete AFTER DELETE ON motion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.title');
CREATE TRIGGER words_insert AFTER INSERT ON motion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.title');
CREATE TRIGGER words_update AFTER UPDATE ON motion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('r.title');
CREATE TRIGGER log_delete AFTER DELETE ON motion_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON motion_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON motion_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON motion_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON motion_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON motion_event_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_event_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON motion_event_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_event_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON motion_event_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_event_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF motion_event_id, source_id ON motion_event_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON motion_person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON motion_person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON motion_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON motion_person FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON motion_person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON motion_person_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_person_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON motion_person_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_person_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON motion_person_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_person_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF motion_person_id, source_id ON motion_person_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON motion_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON motion_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON motion_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.motion_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF motion_id, source_id ON motion_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON organisation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON organisation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON organisation FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON organisation_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.organisation_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON organisation_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.organisation_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON organisation_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.organisation_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF organisation_id, source_id ON organisation_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON party REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON party REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON party REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON party FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON party REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON party_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.party_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON party_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.party_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON party_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.party_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF party_id, source_id ON party_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON police_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON police_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON police_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON police_unit FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON police_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON police_unit_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.police_unit_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON police_unit_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.police_unit_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON police_unit_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.police_unit_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF police_unit_id, source_id ON police_unit_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON recommendation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON recommendation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON recommendation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON recommendation FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON recommendation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER words_delete AFTER DELETE ON recommendation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.title, r.summary)');
CREATE TRIGGER words_insert AFTER INSERT ON recommendation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.title, r.summary)');
CREATE TRIGGER words_update AFTER UPDATE ON recommendation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('concat_ws('' '', r.title, r.summary)');
CREATE TRIGGER log_delete AFTER DELETE ON recommendation_addressee REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.organisation_id');
CREATE TRIGGER log_insert AFTER INSERT ON recommendation_addressee REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.organisation_id');
CREATE TRIGGER log_update AFTER UPDATE ON recommendation_addressee REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.organisation_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF recommendation_id, organisation_id ON recommendation_addressee FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON recommendation_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON recommendation_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON recommendation_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF recommendation_id, source_id ON recommendation_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON recommendation_theme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.theme_id');
CREATE TRIGGER log_insert AFTER INSERT ON recommendation_theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.theme_id');
CREATE TRIGGER log_update AFTER UPDATE ON recommendation_theme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.recommendation_id || '' '' || r.theme_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF recommendation_id, theme_id ON recommendation_theme FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON redirect REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.old_id');
CREATE TRIGGER log_insert AFTER INSERT ON redirect REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.old_id');
CREATE TRIGGER log_update AFTER UPDATE ON redirect REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.old_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF old_id ON redirect FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON review REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON review REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON review FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON review_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.review_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON review_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.review_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON review_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.review_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF review_id, source_id ON review_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER keep_revision BEFORE DELETE OR UPDATE OR TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION keep_revision();
CREATE TRIGGER log_delete AFTER DELETE ON source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON text_match REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.clause_id || '' '' || r.other_id');
CREATE TRIGGER log_insert AFTER INSERT ON text_match REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.clause_id || '' '' || r.other_id');
CREATE TRIGGER log_update AFTER UPDATE ON text_match REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.clause_id || '' '' || r.other_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF clause_id, other_id ON text_match FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON theme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON theme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON theme FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON tombstone REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON tombstone REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON tombstone REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON tombstone FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER log_delete AFTER DELETE ON vote REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON vote REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON vote REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON vote FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON vote REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON ward REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_insert AFTER INSERT ON ward REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER log_update AFTER UPDATE ON ward REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF id ON ward FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER refuse_reused_id AFTER INSERT ON ward REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_reused_id();
CREATE TRIGGER log_delete AFTER DELETE ON ward_source REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ward_id || '' '' || r.source_id');
CREATE TRIGGER log_insert AFTER INSERT ON ward_source REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ward_id || '' '' || r.source_id');
CREATE TRIGGER log_update AFTER UPDATE ON ward_source REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_revision('r.ward_id || '' '' || r.source_id');
CREATE TRIGGER refuse_new_key BEFORE UPDATE OF ward_id, source_id ON ward_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_key();

COMMENT ON TABLE ask IS 'One act that a clause asks for, or reports as done.';
COMMENT ON COLUMN ask.id IS 'Stable id: the path of the clause and a number.';
COMMENT ON COLUMN ask.clause_id IS 'The clause that asks.';
COMMENT ON COLUMN ask.seq IS 'Order within the clause, from 1.';
COMMENT ON COLUMN ask.actor_id IS 'Who is to act.';
COMMENT ON COLUMN ask.verb IS 'The act.';
COMMENT ON COLUMN ask.addressee_id IS 'Whom the act is addressed to; null where nobody is named.';
COMMENT ON COLUMN ask.addressee_inferred IS 'Whether the addressee is implied instead of named.';
COMMENT ON COLUMN ask.object IS 'What is asked for, in our words.';
COMMENT ON COLUMN ask.due IS 'When it is due; null where no date is set.';
COMMENT ON COLUMN ask.due_precision IS 'How much of the due date is stated; null where there is none.';
COMMENT ON COLUMN ask.state IS 'What became of it.';
COMMENT ON COLUMN ask.review_state IS 'Who has checked this reading.';
COMMENT ON COLUMN ask.coded_by IS 'Role or handle of who made this reading, never a name.';
COMMENT ON COLUMN ask.quote_start IS 'Where the words it rests on begin in the clause’s text; null where not marked.';
COMMENT ON COLUMN ask.quote_end IS 'Where the words it rests on end in the clause’s text; null where not marked.';
COMMENT ON TABLE ask_theme IS 'Which themes an ask belongs to.';
COMMENT ON COLUMN ask_theme.ask_id IS 'The ask.';
COMMENT ON COLUMN ask_theme.theme_id IS 'A theme it belongs to.';
COMMENT ON TABLE body IS 'A body of a council that meets and decides or considers. Popolo: Organization.';
COMMENT ON COLUMN body.id IS 'Stable id, for example body/southwark/council-assembly.';
COMMENT ON COLUMN body.council_id IS 'The council it belongs to.';
COMMENT ON COLUMN body.name IS 'Name of the body.';
COMMENT ON COLUMN body.kind IS 'Kind of body.';
COMMENT ON TABLE body_source IS 'Which sources show a body.';
COMMENT ON COLUMN body_source.body_id IS 'The body.';
COMMENT ON COLUMN body_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE citation IS 'The reading that a clause takes a position on a recommendation, or on all of a review.';
COMMENT ON COLUMN citation.id IS 'Stable id: the path of the clause and the recommendation’s slug, or all.';
COMMENT ON COLUMN citation.clause_id IS 'The clause.';
COMMENT ON COLUMN citation.review_id IS 'The review.';
COMMENT ON COLUMN citation.recommendation_id IS 'The recommendation; null exactly when the basis is collective_all.';
COMMENT ON COLUMN citation.direction IS 'Which way the clause leans.';
COMMENT ON COLUMN citation.basis IS 'How the clause refers to it.';
COMMENT ON COLUMN citation.strength IS 'How far the council commits itself.';
COMMENT ON COLUMN citation.scope IS 'How what is wanted compares with the recommendation.';
COMMENT ON COLUMN citation.quote_start IS 'Where the words it rests on begin in the clause’s text; null where not marked.';
COMMENT ON COLUMN citation.quote_end IS 'Where the words it rests on end in the clause’s text; null where not marked.';
COMMENT ON COLUMN citation.review_state IS 'Who has checked this reading.';
COMMENT ON COLUMN citation.coded_by IS 'Role or handle of who made this reading, never a name.';
COMMENT ON TABLE claim IS 'A statistic that a clause asserts, kept as the council’s claim.';
COMMENT ON COLUMN claim.id IS 'Stable id: the path of the clause and a number.';
COMMENT ON COLUMN claim.clause_id IS 'The clause that asserts it.';
COMMENT ON COLUMN claim.seq IS 'Order within the clause, from 1.';
COMMENT ON COLUMN claim.measure IS 'What is measured, in our words.';
COMMENT ON COLUMN claim.value IS 'The value as claimed, for example 10 or under half; null where none is given.';
COMMENT ON COLUMN claim.unit IS 'Unit of the value; null where not stated.';
COMMENT ON COLUMN claim.place IS 'Place it is about; null where not stated.';
COMMENT ON COLUMN claim.period IS 'Period it is about; null where not stated.';
COMMENT ON COLUMN claim.source_stated IS 'Whether the clause names a source for it.';
COMMENT ON TABLE clause IS 'One clause of a motion, in a tree as printed.';
COMMENT ON COLUMN clause.id IS 'Stable id: the path of the motion and the address.';
COMMENT ON COLUMN clause.motion_id IS 'The motion.';
COMMENT ON COLUMN clause.parent_id IS 'The clause it stands under; null at the top.';
COMMENT ON COLUMN clause.seq IS 'Order in the document, from 1.';
COMMENT ON COLUMN clause.label IS 'The label as printed; null where none is printed.';
COMMENT ON COLUMN clause.address IS 'Where it stands: labels from the root joined by dots, for example 2.b.iv.';
COMMENT ON COLUMN clause.address_inferred IS 'Whether the last part of the address was not printed.';
COMMENT ON COLUMN clause.kind IS 'Where it stands in the motion and what its sentence does there.';
COMMENT ON COLUMN clause.kind_inferred IS 'Whether the kind was told from its verb alone.';
COMMENT ON COLUMN clause.stance IS 'What it does, wherever it stands.';
COMMENT ON COLUMN clause.lead_in IS 'An unnumbered heading or lead-in that belongs to it; null where there is none.';
COMMENT ON COLUMN clause.summary IS 'What it says, in one sentence of our own; null until one is written.';
COMMENT ON COLUMN clause.text IS 'Its wording, where the source’s rights allow; see text_status where null.';
COMMENT ON COLUMN clause.text_status IS 'What the text is, or why there is none.';
COMMENT ON COLUMN clause.wording IS 'Which version of the motion it was read from.';
COMMENT ON COLUMN clause.source_id IS 'The source it was read from.';
COMMENT ON COLUMN clause.span_start IS 'Where its wording begins in the decoded source text, in UTF-16 units from 0.';
COMMENT ON COLUMN clause.span_end IS 'Where its wording ends in the decoded source text, in UTF-16 units.';
COMMENT ON TABLE clause_print IS 'Fingerprints of the wording of a clause, by which clauses that share wording are found.';
COMMENT ON COLUMN clause_print.clause_id IS 'The clause.';
COMMENT ON COLUMN clause_print.prints IS 'Fingerprints, each a signed number of 32 bits.';
COMMENT ON COLUMN clause_print.wording_hash IS 'Hash of the wording they were taken of.';
COMMENT ON TABLE council IS 'A local authority. Popolo: Organization.';
COMMENT ON COLUMN council.id IS 'Stable id, for example council/southwark.';
COMMENT ON COLUMN council.name IS 'Official name.';
COMMENT ON COLUMN council.short_name IS 'Name in everyday use.';
COMMENT ON COLUMN council.slug IS 'The last part of the id.';
COMMENT ON COLUMN council.gss_code IS 'Government Statistical Service code, for example E09000028; null where none is known.';
COMMENT ON COLUMN council.register_code IS 'Three-letter code of the local authority register, for example SWK.';
COMMENT ON COLUMN council.type IS 'Kind of authority.';
COMMENT ON COLUMN council.nation IS 'Nation of the United Kingdom; null where no source read so far states it.';
COMMENT ON COLUMN council.region IS 'Region or nation; null where no source read so far states it.';
COMMENT ON COLUMN council.police_unit_id IS 'The police unit that covers it; null where none does or none is known.';
COMMENT ON COLUMN council.website IS 'Address of its site; null where unknown.';
COMMENT ON COLUMN council.democracy_site IS 'Address of the site that publishes its meetings; null where unknown.';
COMMENT ON COLUMN council.start_date IS 'First day of the authority; null where unknown.';
COMMENT ON COLUMN council.end_date IS 'Last day of the authority; null while it exists or where unknown.';
COMMENT ON COLUMN council.replaced_by_id IS 'The council that took its place; null where none did.';
COMMENT ON TABLE council_identifier IS 'A code by which another register knows a council, or knew it. Popolo: Identifier.';
COMMENT ON COLUMN council_identifier.council_id IS 'The council.';
COMMENT ON COLUMN council_identifier.scheme IS 'The register, for example gss for codes it had or has beside its own.';
COMMENT ON COLUMN council_identifier.value IS 'The code of the council there.';
COMMENT ON TABLE council_name IS 'Another spelling under which registers and texts name a council. Popolo: other_names.';
COMMENT ON COLUMN council_name.council_id IS 'The council.';
COMMENT ON COLUMN council_name.name IS 'The spelling, as a source prints it.';
COMMENT ON TABLE council_source IS 'Which sources show a council.';
COMMENT ON COLUMN council_source.council_id IS 'The council.';
COMMENT ON COLUMN council_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE councillor IS 'A councillor, by what was done in public office only. Popolo: Person.';
COMMENT ON COLUMN councillor.id IS 'Stable id, for example councillor/brent/liz-dixon.';
COMMENT ON COLUMN councillor.name IS 'Name as used in public office.';
COMMENT ON COLUMN councillor.sort_name IS 'Name for sorting, family name first; null where the parts are not certain.';
COMMENT ON TABLE councillor_identifier IS 'The number or code by which another register knows a councillor. Popolo: Identifier.';
COMMENT ON COLUMN councillor_identifier.councillor_id IS 'The councillor.';
COMMENT ON COLUMN councillor_identifier.scheme IS 'The register, for example moderngov-southwark.';
COMMENT ON COLUMN councillor_identifier.value IS 'The councillor’s identifier there.';
COMMENT ON TABLE councillor_source IS 'Which sources show a councillor.';
COMMENT ON COLUMN councillor_source.councillor_id IS 'The councillor.';
COMMENT ON COLUMN councillor_source.source_id IS 'A source that shows them.';
COMMENT ON TABLE coverage IS 'What was searched for motions of a council on a review, so that absence is data.';
COMMENT ON COLUMN coverage.id IS 'Stable id, for example coverage/camden/casey-2023.';
COMMENT ON COLUMN coverage.council_id IS 'The council.';
COMMENT ON COLUMN coverage.review_id IS 'The review.';
COMMENT ON COLUMN coverage.searched_on IS 'When it was last searched; null where never.';
COMMENT ON COLUMN coverage.date_precision IS 'How much of that date is recorded.';
COMMENT ON COLUMN coverage.method IS 'How it was searched, in our words; null where never.';
COMMENT ON COLUMN coverage.result IS 'What the search gave.';
COMMENT ON COLUMN coverage.note IS 'What a reader should know about it, in our words.';
COMMENT ON TABLE coverage_source IS 'Which sources show what was searched.';
COMMENT ON COLUMN coverage_source.coverage_id IS 'The coverage record.';
COMMENT ON COLUMN coverage_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE data_version IS 'One row: the counter each transaction that changes published data raises once.';
COMMENT ON COLUMN data_version.id IS 'Always true: there is one row.';
COMMENT ON COLUMN data_version.version IS 'The counter.';
COMMENT ON COLUMN data_version.last_transaction IS 'The transaction that raised it last.';
COMMENT ON COLUMN data_version.log_id IS 'Random name of this log, so that versions of two databases are never taken for each other.';
COMMENT ON TABLE follow_up IS 'Something that happened after an ask: a letter sent, a reply, a scrutiny item.';
COMMENT ON COLUMN follow_up.id IS 'Stable id: the path of the ask and a number.';
COMMENT ON COLUMN follow_up.ask_id IS 'The ask it follows.';
COMMENT ON COLUMN follow_up.seq IS 'Order among the follow-ups of the ask, from 1.';
COMMENT ON COLUMN follow_up.occurred_on IS 'The date; null where unknown.';
COMMENT ON COLUMN follow_up.date_precision IS 'How much of the date is stated.';
COMMENT ON COLUMN follow_up.state IS 'What it shows of the ask.';
COMMENT ON COLUMN follow_up.note IS 'What happened, in our words.';
COMMENT ON TABLE follow_up_source IS 'Which sources show a follow-up.';
COMMENT ON COLUMN follow_up_source.follow_up_id IS 'The follow-up.';
COMMENT ON COLUMN follow_up_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE held_text IS 'Wording that was read and may not be republished. Never published.';
COMMENT ON COLUMN held_text.clause_id IS 'The clause.';
COMMENT ON COLUMN held_text.text IS 'The wording.';
COMMENT ON COLUMN held_text.reason IS 'Why it is held.';
COMMENT ON TABLE job_run IS 'Every attempt at the nightly job, whoever made it; what is due is told from it.';
COMMENT ON COLUMN job_run.seq IS 'Order of the attempts.';
COMMENT ON COLUMN job_run.trigger IS 'What started it.';
COMMENT ON COLUMN job_run.started_at IS 'When it began.';
COMMENT ON COLUMN job_run.ended_at IS 'When it ended; null while it runs, and where nobody saw it end.';
COMMENT ON COLUMN job_run.result IS 'How it ended.';
COMMENT ON COLUMN job_run.snapshot IS 'The newest snapshot after it; null unless it ended well.';
COMMENT ON COLUMN job_run.code IS 'The code of the error that stopped it; null where none did.';
COMMENT ON COLUMN job_run.reason IS 'What that error said, for the operator alone; null where none did.';
COMMENT ON TABLE licence IS 'The terms under which a source may be reused.';
COMMENT ON COLUMN licence.id IS 'Stable id, for example licence/ogl-3.0.';
COMMENT ON COLUMN licence.name IS 'Name of the licence.';
COMMENT ON COLUMN licence.url IS 'Address of the licence text; null where it has none.';
COMMENT ON COLUMN licence.summary IS 'What it allows, in our words.';
COMMENT ON TABLE listed_councillor IS 'A councillor as a compilation under a share-alike licence lists them, kept apart from ours.';
COMMENT ON COLUMN listed_councillor.id IS 'Stable id, for example listed-councillor/brent/dollis-hill/liz-dixon.';
COMMENT ON COLUMN listed_councillor.council_id IS 'The council.';
COMMENT ON COLUMN listed_councillor.ward_name IS 'Name of the ward as listed; null where none is.';
COMMENT ON COLUMN listed_councillor.name IS 'Name of the councillor as listed.';
COMMENT ON COLUMN listed_councillor.party_name IS 'Name of the party as listed; null where none is.';
COMMENT ON COLUMN listed_councillor.ec_code IS 'Electoral Commission id of the party as listed; null where none is.';
COMMENT ON COLUMN listed_councillor.next_election IS 'When the seat is next elected, as listed; null where it is not.';
COMMENT ON COLUMN listed_councillor.licence_id IS 'The licence under which this row may be reused.';
COMMENT ON COLUMN listed_councillor.source_id IS 'The compilation that lists them.';
COMMENT ON TABLE matrix_cell IS 'Each cell of the matrix by everything recorded, without its evidence; derived by the position rule in the writing transaction.';
COMMENT ON COLUMN matrix_cell.recommendation_id IS 'The recommendation.';
COMMENT ON COLUMN matrix_cell.council_id IS 'The council.';
COMMENT ON COLUMN matrix_cell.review_id IS 'The review of the recommendation.';
COMMENT ON COLUMN matrix_cell.evidence_state IS 'Whether there is a position, or which kind of empty the cell is.';
COMMENT ON COLUMN matrix_cell.direction IS 'Direction of the position; null where there is none.';
COMMENT ON COLUMN matrix_cell.basis IS 'Basis of the position; null where there is none.';
COMMENT ON COLUMN matrix_cell.strength IS 'Strength of the position; null where there is none.';
COMMENT ON COLUMN matrix_cell.scope IS 'Scope of the position; null where there is none.';
COMMENT ON COLUMN matrix_cell.wording_as_tabled IS 'Whether the position rests on wording as tabled.';
COMMENT ON COLUMN matrix_cell.held IS 'How many readings make the position.';
COMMENT ON COLUMN matrix_cell.proposed IS 'How many readings stand in motions that were not adopted.';
COMMENT ON COLUMN matrix_cell.related IS 'How many readings claim nothing.';
COMMENT ON COLUMN matrix_cell.suggested IS 'How many readings a program suggested.';
COMMENT ON COLUMN matrix_cell.proposed_outcomes IS 'Outcomes of those motions, each once, with spaces; unknown where there is none.';
COMMENT ON TABLE meeting IS 'A meeting of a council body. Popolo: Event.';
COMMENT ON COLUMN meeting.id IS 'Stable id, for example meeting/southwark/2023-03-22/council-assembly.';
COMMENT ON COLUMN meeting.council_id IS 'The council.';
COMMENT ON COLUMN meeting.body_id IS 'The body that met.';
COMMENT ON COLUMN meeting.held_on IS 'The day it was held; null where unknown.';
COMMENT ON COLUMN meeting.date_precision IS 'How much of the date is stated.';
COMMENT ON COLUMN meeting.title IS 'What the meeting was called, where it had a name of its own.';
COMMENT ON COLUMN meeting.url IS 'Address of its papers; null where unknown.';
COMMENT ON TABLE meeting_source IS 'Which sources show a meeting.';
COMMENT ON COLUMN meeting_source.meeting_id IS 'The meeting.';
COMMENT ON COLUMN meeting_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE membership IS 'A role a councillor held, with ward and party, between dates. Popolo: Membership.';
COMMENT ON COLUMN membership.id IS 'Stable id, for example membership/brent/liz-dixon/1.';
COMMENT ON COLUMN membership.councillor_id IS 'The councillor.';
COMMENT ON COLUMN membership.council_id IS 'The council.';
COMMENT ON COLUMN membership.ward_id IS 'The ward represented; null where not stated or where the role has none.';
COMMENT ON COLUMN membership.party_id IS 'The party then; null where not stated.';
COMMENT ON COLUMN membership.body_id IS 'The body the role belongs to; null for the council itself.';
COMMENT ON COLUMN membership.role IS 'The role, for example councillor.';
COMMENT ON COLUMN membership.role_inferred IS 'Whether the role was inferred, as from speaking in a council’s debate, instead of stated.';
COMMENT ON COLUMN membership.start_date IS 'First day of the role; null where unknown.';
COMMENT ON COLUMN membership.end_date IS 'Last day of the role; null while held or where unknown.';
COMMENT ON COLUMN membership.first_attested_on IS 'First day on which a source shows the role held; null where none gives a day.';
COMMENT ON COLUMN membership.last_attested_on IS 'Last day on which a source shows the role held; null where none gives a day.';
COMMENT ON TABLE membership_source IS 'Which sources show a membership.';
COMMENT ON COLUMN membership_source.membership_id IS 'The membership.';
COMMENT ON COLUMN membership_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE motion IS 'A motion put to a council; an amendment is a motion that amends another. Popolo: Motion.';
COMMENT ON COLUMN motion.id IS 'Stable id, for example motion/southwark/2023-03-22/safer-southwark-communities.';
COMMENT ON COLUMN motion.council_id IS 'The council it was put to.';
COMMENT ON COLUMN motion.slug IS 'The last part of the id.';
COMMENT ON COLUMN motion.title IS 'Title as decided, else as tabled; null where no source gives it.';
COMMENT ON COLUMN motion.kind IS 'The item of business it was.';
COMMENT ON COLUMN motion.text_status IS 'How much of it was read for this record.';
COMMENT ON COLUMN motion.date IS 'First meeting of the deciding body that had it on its agenda; null where unknown.';
COMMENT ON COLUMN motion.date_precision IS 'How much of the date is stated.';
COMMENT ON COLUMN motion.amends_id IS 'The motion it amends; null where it is no amendment.';
COMMENT ON COLUMN motion.note IS 'What a reader should know about it, in our words.';
COMMENT ON COLUMN motion.current_stage IS 'Stage of the last recorded event; null where there is none. Derived.';
COMMENT ON COLUMN motion.current_outcome IS 'Latest final outcome given by a body able to decide; null while there is none. Derived.';
COMMENT ON COLUMN motion.outcome_since IS 'The day that outcome was first reached without a break; null where unknown. Derived.';
COMMENT ON COLUMN motion.deciding_event_id IS 'The event that gave the outcome; null while there is none. Derived.';
COMMENT ON TABLE motion_event IS 'A step in the life of a motion before one body. Popolo: VoteEvent where it was a vote.';
COMMENT ON COLUMN motion_event.id IS 'Stable id, for example event/southwark/2023-03-22/safer-southwark-communities/decided.';
COMMENT ON COLUMN motion_event.motion_id IS 'The motion.';
COMMENT ON COLUMN motion_event.seq IS 'Order in the life of the motion, from 1.';
COMMENT ON COLUMN motion_event.stage IS 'The step.';
COMMENT ON COLUMN motion_event.body_id IS 'The body before which it happened; null where none is stated.';
COMMENT ON COLUMN motion_event.meeting_id IS 'The meeting; null where none is stated.';
COMMENT ON COLUMN motion_event.occurred_on IS 'The date; null where unknown.';
COMMENT ON COLUMN motion_event.date_precision IS 'How much of the date is stated.';
COMMENT ON COLUMN motion_event.authoritative IS 'Whether a body able to decide for the council decided the whole motion here.';
COMMENT ON COLUMN motion_event.outcome IS 'What was decided; null where this step decides nothing.';
COMMENT ON COLUMN motion_event.outcome_text IS 'The source’s own few words for the outcome; null where none were read.';
COMMENT ON COLUMN motion_event.decision_mode IS 'How the decision was taken.';
COMMENT ON COLUMN motion_event.votes_for IS 'Votes for; null where no count is stated.';
COMMENT ON COLUMN motion_event.votes_against IS 'Votes against; null where no count is stated.';
COMMENT ON COLUMN motion_event.votes_abstain IS 'Abstentions; null where no count is stated.';
COMMENT ON COLUMN motion_event.amendment_id IS 'The amendment moved or decided here; null for other steps.';
COMMENT ON COLUMN motion_event.note IS 'What a reader should know about it, in our words.';
COMMENT ON TABLE motion_event_source IS 'Which sources show an event.';
COMMENT ON COLUMN motion_event_source.motion_event_id IS 'The event.';
COMMENT ON COLUMN motion_event_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE motion_person IS 'Somebody who moved, seconded or presented a motion, as the source prints it.';
COMMENT ON COLUMN motion_person.id IS 'Stable id, for example person/brent/2023-07-10/casey-review-metropolitan-police/mover-1.';
COMMENT ON COLUMN motion_person.motion_id IS 'The motion.';
COMMENT ON COLUMN motion_person.seq IS 'Order among the people of this motion, from 1.';
COMMENT ON COLUMN motion_person.role IS 'What they did.';
COMMENT ON COLUMN motion_person.name IS 'Name of the councillor or group as printed.';
COMMENT ON COLUMN motion_person.is_group IS 'Whether a group is named instead of a councillor.';
COMMENT ON COLUMN motion_person.councillor_id IS 'The councillor meant; null for a group, or where that is not certain.';
COMMENT ON COLUMN motion_person.ward_id IS 'Ward the source prints for that day; null where it prints none.';
COMMENT ON COLUMN motion_person.party_id IS 'Party the source prints for that day; null where it prints none.';
COMMENT ON TABLE motion_person_source IS 'Which sources show what somebody did with a motion.';
COMMENT ON COLUMN motion_person_source.motion_person_id IS 'The person and role.';
COMMENT ON COLUMN motion_person_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE motion_source IS 'Which sources show a motion.';
COMMENT ON COLUMN motion_source.motion_id IS 'The motion.';
COMMENT ON COLUMN motion_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE organisation IS 'Somebody who is asked to act or who acts: an institution, or an office in one.';
COMMENT ON COLUMN organisation.id IS 'Stable id, for example organisation/metropolitan-police.';
COMMENT ON COLUMN organisation.name IS 'Name of the institution.';
COMMENT ON COLUMN organisation.office IS 'The office meant, for example Home Secretary; null where the institution as a whole is.';
COMMENT ON COLUMN organisation.kind IS 'Kind of actor or addressee.';
COMMENT ON COLUMN organisation.council_id IS 'The council it is or belongs to; null where it is none.';
COMMENT ON COLUMN organisation.body_id IS 'The council body it is; null where it is none.';
COMMENT ON TABLE organisation_source IS 'Which sources show an organisation.';
COMMENT ON COLUMN organisation_source.organisation_id IS 'The organisation.';
COMMENT ON COLUMN organisation_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE party IS 'A political party or a joint description under which councillors stand.';
COMMENT ON COLUMN party.id IS 'Stable id, for example party/labour.';
COMMENT ON COLUMN party.name IS 'Name of the party.';
COMMENT ON COLUMN party.ec_code IS 'Electoral Commission id; null where no source read so far states it.';
COMMENT ON TABLE party_source IS 'Which sources show a party.';
COMMENT ON COLUMN party_source.party_id IS 'The party.';
COMMENT ON COLUMN party_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE police_unit IS 'A local command of a police force, such as a Basic Command Unit of the Metropolitan Police.';
COMMENT ON COLUMN police_unit.id IS 'Stable id, for example police-unit/as.';
COMMENT ON COLUMN police_unit.code IS 'The force’s own code.';
COMMENT ON COLUMN police_unit.name IS 'Name of the unit.';
COMMENT ON COLUMN police_unit.force IS 'Name of the police force.';
COMMENT ON TABLE police_unit_source IS 'Which sources show a police unit.';
COMMENT ON COLUMN police_unit_source.police_unit_id IS 'The police unit.';
COMMENT ON COLUMN police_unit_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE recommendation IS 'One recommendation of a review.';
COMMENT ON COLUMN recommendation.id IS 'Stable id, for example recommendation/casey-2023/stop-and-search-reset.';
COMMENT ON COLUMN recommendation.review_id IS 'The review that makes it.';
COMMENT ON COLUMN recommendation.slug IS 'The last part of the id.';
COMMENT ON COLUMN recommendation.number IS 'Its number as printed; null where unknown. See number_status before quoting it.';
COMMENT ON COLUMN recommendation.number_sort IS 'The number padded so that 2 sorts before 10.';
COMMENT ON COLUMN recommendation.number_status IS 'How well its number is established.';
COMMENT ON COLUMN recommendation.group_code IS 'Letter of its group in the review; null where unknown.';
COMMENT ON COLUMN recommendation.group_name IS 'Name of its group, in our words; null where unknown.';
COMMENT ON COLUMN recommendation.title IS 'Short title, in our words.';
COMMENT ON COLUMN recommendation.summary IS 'What it asks for, in our words.';
COMMENT ON COLUMN recommendation.summary_status IS 'How well its content is established.';
COMMENT ON TABLE recommendation_addressee IS 'Who a recommendation is addressed to.';
COMMENT ON COLUMN recommendation_addressee.recommendation_id IS 'The recommendation.';
COMMENT ON COLUMN recommendation_addressee.organisation_id IS 'Somebody it is addressed to.';
COMMENT ON TABLE recommendation_source IS 'Which sources show a recommendation.';
COMMENT ON COLUMN recommendation_source.recommendation_id IS 'The recommendation.';
COMMENT ON COLUMN recommendation_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE recommendation_theme IS 'Which themes a recommendation belongs to.';
COMMENT ON COLUMN recommendation_theme.recommendation_id IS 'The recommendation.';
COMMENT ON COLUMN recommendation_theme.theme_id IS 'A theme it belongs to.';
COMMENT ON TABLE redirect IS 'A former id of a record that was merged into another.';
COMMENT ON COLUMN redirect.old_id IS 'The former id; never used again.';
COMMENT ON COLUMN redirect.new_id IS 'The id of the record it was merged into.';
COMMENT ON TABLE review IS 'A public review that made recommendations.';
COMMENT ON COLUMN review.id IS 'Stable id, for example review/casey-2023.';
COMMENT ON COLUMN review.title IS 'Full title.';
COMMENT ON COLUMN review.short_name IS 'Name in everyday use; several reviews may share one.';
COMMENT ON COLUMN review.slug IS 'The last part of the id.';
COMMENT ON COLUMN review.reviewer IS 'Who led it.';
COMMENT ON COLUMN review.commissioned_by IS 'Who commissioned it; null where sources disagree or do not say.';
COMMENT ON COLUMN review.publisher IS 'Who published it; null where unknown.';
COMMENT ON COLUMN review.published_on IS 'The date it was published; null where unknown.';
COMMENT ON COLUMN review.date_precision IS 'How much of the publication date is stated.';
COMMENT ON COLUMN review.recommendation_count IS 'How many recommendations it makes; null where unknown.';
COMMENT ON COLUMN review.summary IS 'What it is about, in our words.';
COMMENT ON COLUMN review.url IS 'Its address; null until one has been checked.';
COMMENT ON TABLE review_motion IS 'Which motions of which council cite a review, in whatever way; derived from the citations.';
COMMENT ON COLUMN review_motion.review_id IS 'The review.';
COMMENT ON COLUMN review_motion.council_id IS 'The council of the motion.';
COMMENT ON COLUMN review_motion.motion_id IS 'The motion.';
COMMENT ON TABLE review_source IS 'Which sources show a review.';
COMMENT ON COLUMN review_source.review_id IS 'The review.';
COMMENT ON COLUMN review_source.source_id IS 'A source that shows it.';
COMMENT ON TABLE revision IS 'Append-only log of every change to a record, written by triggers.';
COMMENT ON COLUMN revision.seq IS 'Order of the change.';
COMMENT ON COLUMN revision.entity IS 'The table.';
COMMENT ON COLUMN revision.record_id IS 'The id of the record; for bridge tables the key’s parts joined by a space.';
COMMENT ON COLUMN revision.operation IS 'What happened.';
COMMENT ON COLUMN revision.changed_at IS 'When the changing transaction began.';
COMMENT ON COLUMN revision.data_version IS 'The data version that holds the change.';
COMMENT ON COLUMN revision.note IS 'What the writer did, in words.';
COMMENT ON COLUMN revision.by IS 'Role or handle of the writer, never a name.';
COMMENT ON COLUMN revision.before IS 'Columns as they were; null for an insert.';
COMMENT ON COLUMN revision.after IS 'Changed columns as they are now; null unless an update.';
COMMENT ON COLUMN revision.reason IS 'Why it was changed.';
COMMENT ON TABLE search_word IS 'Words that records hold, for searches that misspell them.';
COMMENT ON COLUMN search_word.word IS 'The word, in small letters.';
COMMENT ON COLUMN search_word.records IS 'How many records hold it.';
COMMENT ON COLUMN search_word.stem IS 'What its forms have in common; null where it is too common.';
COMMENT ON TABLE seed_record IS 'Which records the seeds stated last, so that a removal is noticed.';
COMMENT ON COLUMN seed_record.id IS 'The key of the record, parts joined by a space.';
COMMENT ON COLUMN seed_record.table_name IS 'The table.';
COMMENT ON COLUMN seed_record.file IS 'The seed file that stated it.';
COMMENT ON TABLE seed_state IS 'One row: the hash of the seeds imported last.';
COMMENT ON COLUMN seed_state.id IS 'Always true: there is one row.';
COMMENT ON COLUMN seed_state.hash IS 'SHA-256 over the seed files.';
COMMENT ON TABLE source IS 'A page, document or data file that shows a fact of this record.';
COMMENT ON COLUMN source.id IS 'Stable id, for example source/wembley-matters-casey-review.';
COMMENT ON COLUMN source.title IS 'Title of the source, in our words where it is long.';
COMMENT ON COLUMN source.publisher IS 'Who published it; null where unknown.';
COMMENT ON COLUMN source.kind IS 'What kind of document it is.';
COMMENT ON COLUMN source.url IS 'Its address, never corrected; null where unknown.';
COMMENT ON COLUMN source.published_on IS 'The date it was published; null where not stated.';
COMMENT ON COLUMN source.published_precision IS 'How much of the publication date is stated.';
COMMENT ON COLUMN source.retrieved_at IS 'When the publisher’s copy was fetched (UTC); null for files handed to an import.';
COMMENT ON COLUMN source.media_type IS 'Media type of the document read, for example text/plain; null where unknown.';
COMMENT ON COLUMN source.sha256 IS 'SHA-256 of the bytes read, in hexadecimal; null where no copy was read.';
COMMENT ON COLUMN source.completeness IS 'How much of it was read.';
COMMENT ON COLUMN source.licence_id IS 'The licence its publisher states; null where none is stated.';
COMMENT ON COLUMN source.rights IS 'Who holds the rights in its wording, in our words; null where unknown.';
COMMENT ON COLUMN source.note IS 'What a reader should know about it, in our words.';
COMMENT ON TABLE suggested_theme IS 'Themes that a program suggests for an ask nobody has reviewed. Never published.';
COMMENT ON COLUMN suggested_theme.ask_id IS 'The ask.';
COMMENT ON COLUMN suggested_theme.theme_id IS 'The theme.';
COMMENT ON COLUMN suggested_theme.quote_start IS 'Where the words it rests on begin in the clause’s text, in UTF-16 units from 0; null where the motion’s title says so.';
COMMENT ON COLUMN suggested_theme.quote_end IS 'Where they end there; null where the title says so.';
COMMENT ON TABLE text_match IS 'Wording that a clause shares with a clause of another motion; each pair stands twice, once from each side. Computed, and no claim about who wrote it.';
COMMENT ON COLUMN text_match.clause_id IS 'The clause.';
COMMENT ON COLUMN text_match.other_id IS 'The clause that shares wording with it.';
COMMENT ON COLUMN text_match.similarity IS 'Runs of three words that both have, of all runs of three words in them, in per cent.';
COMMENT ON COLUMN text_match.shared_words IS 'How many words the longest passage has that both print.';
COMMENT ON COLUMN text_match.span_start IS 'Where that passage begins in the wording of the clause, in UTF-16 units from 0.';
COMMENT ON COLUMN text_match.span_end IS 'Where it ends there.';
COMMENT ON COLUMN text_match.other_span_start IS 'Where it begins in the wording of the other clause, in UTF-16 units from 0.';
COMMENT ON COLUMN text_match.other_span_end IS 'Where it ends there.';
COMMENT ON COLUMN text_match.other_is_earlier IS 'Whether the motion of the other clause came first; null where the dates of the two do not tell.';
COMMENT ON TABLE theme IS 'A subject that recommendations and asks share, from a closed list.';
COMMENT ON COLUMN theme.id IS 'Stable id, for example theme/stop-and-search.';
COMMENT ON COLUMN theme.name IS 'Name of the theme.';
COMMENT ON COLUMN theme.summary IS 'What belongs to it, in our words.';
COMMENT ON TABLE theme_phrase IS 'Phrases by which the text of a motion suggests a theme.';
COMMENT ON COLUMN theme_phrase.theme_id IS 'The theme.';
COMMENT ON COLUMN theme_phrase.phrase IS 'Words joined by hyphens; a word that ends in * stands for all that begin so, and + joins parts that one sentence must hold in any order.';
COMMENT ON TABLE tombstone IS 'A record that was removed, and why.';
COMMENT ON COLUMN tombstone.id IS 'The id of the removed record; never used again.';
COMMENT ON COLUMN tombstone.reason IS 'Why it was removed, in our words.';
COMMENT ON COLUMN tombstone.removed_at IS 'The day it was removed.';
COMMENT ON TABLE vote IS 'How one councillor voted in a vote recorded by name. Popolo: Vote.';
COMMENT ON COLUMN vote.id IS 'Stable id: the path of the event and the councillor.';
COMMENT ON COLUMN vote.event_id IS 'The event at which the vote was taken.';
COMMENT ON COLUMN vote.councillor_id IS 'The councillor.';
COMMENT ON COLUMN vote.option IS 'How they voted.';
COMMENT ON TABLE ward IS 'An electoral ward or division between two boundary reviews. Popolo: Area.';
COMMENT ON COLUMN ward.id IS 'Stable id, for example ward/E05011107.';
COMMENT ON COLUMN ward.council_id IS 'The council it elects; null where no source states it.';
COMMENT ON COLUMN ward.council_inferred IS 'Whether the council was inferred from a block of codes instead of stated.';
COMMENT ON COLUMN ward.name IS 'Name of the ward.';
COMMENT ON COLUMN ward.gss_code IS 'Government Statistical Service code, for example E05011107; null where unknown.';
COMMENT ON COLUMN ward.seats IS 'Number of councillors it elects; null where unknown.';
COMMENT ON COLUMN ward.seats_status IS 'How well the number of seats is established; null where it is unknown.';
COMMENT ON COLUMN ward.start_date IS 'First day of these boundaries; null where unknown.';
COMMENT ON COLUMN ward.end_date IS 'Last day of these boundaries; null while in force or where unknown.';
COMMENT ON TABLE ward_source IS 'Which sources show a ward.';
COMMENT ON COLUMN ward_source.ward_id IS 'The ward.';
COMMENT ON COLUMN ward_source.source_id IS 'A source that shows it.';
