// Texts suggest themes by phrases that the store holds; what they suggest is kept apart from what is recorded.
import { Migration } from '@mikro-orm/migrations';

const statements = [
  `CREATE TABLE "theme_phrase" (
  "theme_id" text COLLATE "C" NOT NULL REFERENCES "theme" (id) DEFERRABLE,
  "phrase" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("theme_id", "phrase"),
  CONSTRAINT theme_phrase_phrase_form CHECK (phrase ~ '^[[:alnum:]’-]+[*]?([-+][[:alnum:]’-]+[*]?)*$')
)`,
  `COMMENT ON TABLE "theme_phrase" IS 'Phrases by which the text of a motion suggests a theme.'`,
  `COMMENT ON COLUMN "theme_phrase"."theme_id" IS 'The theme.'`,
  `COMMENT ON COLUMN "theme_phrase"."phrase" IS 'Words joined by hyphens; a word that ends in * stands for all that begin so, and + joins parts that one sentence must hold in any order.'`,
  `CREATE TABLE "suggested_theme" (
  "ask_id" text COLLATE "C" NOT NULL REFERENCES "ask" (id) ON DELETE CASCADE DEFERRABLE,
  "theme_id" text COLLATE "C" NOT NULL REFERENCES "theme" (id) DEFERRABLE,
  "quote_start" integer,
  "quote_end" integer,
  PRIMARY KEY ("ask_id", "theme_id"),
  CONSTRAINT suggested_theme_quote_is_in_order CHECK (quote_start >= 0 AND quote_end > quote_start AND (quote_start IS NULL) = (quote_end IS NULL))
)`,
  `COMMENT ON TABLE "suggested_theme" IS 'Themes that a program suggests for an ask nobody has reviewed. Never published.'`,
  `COMMENT ON COLUMN "suggested_theme"."ask_id" IS 'The ask.'`,
  `COMMENT ON COLUMN "suggested_theme"."theme_id" IS 'The theme.'`,
  `COMMENT ON COLUMN "suggested_theme"."quote_start" IS 'Where the words it rests on begin in the clause’s text, in UTF-16 units from 0; null where the motion’s title says so.'`,
  `COMMENT ON COLUMN "suggested_theme"."quote_end" IS 'Where they end there; null where the title says so.'`,
  'CREATE INDEX ON "suggested_theme" ("theme_id")',
];

/** Makes both tables. */
export class SuggestedThemes extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
