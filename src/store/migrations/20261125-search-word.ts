// The words that records hold, counted by the database itself, so that a search can tell a word that nobody
// uses from one that is misspelled or not yet typed to its end. No write path can skip the count, and a word
// that the last record has lost, by a correction or a redaction, is gone from here too.
import { Migration } from '@mikro-orm/migrations';

/** What is searched, by table: the same words that the columns named `search` are made of. */
const searched = {
  clause: "concat_ws('' '', r.summary, r.lead_in, r.text)",
  council: "concat_ws('' '', r.name, r.short_name)",
  councillor: 'r.name',
  motion: 'r.title',
  recommendation: "concat_ws('' '', r.title, r.summary)",
};

// TG_ARGV[0] is the SQL expression of a record’s words.
const countWords = `CREATE FUNCTION count_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$`;

// A word is known where a record holds it or another form of it. One that is not is completed where known words
// begin with it, else taken for the known word most like it; else it stays as it was typed.
const knownWord = `CREATE FUNCTION known_word(typed text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
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
$$`;

const spelled = `CREATE FUNCTION spelled(query text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(CASE WHEN part[1] ~ '^[[:alpha:]]' THEN known_word(lower(part[1])) ELSE part[1] END,
    '' ORDER BY n), '')
  FROM regexp_matches(query, '[[:alpha:]]+|[^[:alpha:]]+', 'g') WITH ORDINALITY AS parts(part, n)
$$`;

const table = `CREATE TABLE "search_word" (
  "word" text COLLATE "C" NOT NULL,
  "records" integer NOT NULL,
  "stem" text COLLATE "C" GENERATED ALWAYS AS ((ts_lexize('english_stem'::regdictionary, word))[1]) STORED,
  CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
)`;

/** Makes the list of words, keeps it right, and fills it from what is there. */
export class SearchWord extends Migration {
  override up(): void {
    this.addSql('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    for (const statement of [table, countWords, knownWord, spelled]) this.addSql(statement);
    this.addSql('CREATE INDEX search_word_stem_idx ON search_word (stem)');
    this.addSql('CREATE INDEX search_word_trigrams_idx ON search_word USING gin (word gin_trgm_ops)');
    this.addSql('CREATE INDEX search_word_gone_idx ON search_word (word) WHERE records <= 0');
    this.addSql(
      "COMMENT ON TABLE search_word IS 'Words that records hold, for searches that misspell them.'",
    );
    this.addSql("COMMENT ON COLUMN search_word.word IS 'The word, in small letters.'");
    this.addSql("COMMENT ON COLUMN search_word.records IS 'How many records hold it.'");
    this.addSql(
      "COMMENT ON COLUMN search_word.stem IS 'What its forms have in common; null where it is too common.'",
    );
    for (const [name, words] of Object.entries(searched)) {
      for (const statement of counted(name, words)) this.addSql(statement);
    }
  }
}

// Named so that they run after the log, which lets one writer in at a time: two of them could otherwise wait
// for each other’s words.
function counted(table: string, words: string): string[] {
  const call = `FOR EACH STATEMENT EXECUTE FUNCTION count_search_words('${words}')`;
  const plain = words.replaceAll("''", "'");
  return [
    `CREATE TRIGGER words_insert AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS new_rows ${call}`,
    `CREATE TRIGGER words_update AFTER UPDATE ON "${table}" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows ${call}`,
    `CREATE TRIGGER words_delete AFTER DELETE ON "${table}" REFERENCING OLD TABLE AS old_rows ${call}`,
    `INSERT INTO search_word AS w (word, records)
     SELECT word, count(*) FROM "${table}" r, unnest(tsvector_to_array(to_tsvector('simple', coalesce(${plain}, '')))) word
     WHERE word ~ '^[[:alpha:]]{3,40}$' GROUP BY word
     ON CONFLICT (word) DO UPDATE SET records = w.records + excluded.records`,
  ];
}
