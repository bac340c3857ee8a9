// A record of any size that nothing in the world stands behind, for measuring: the same scale gives the same
// rows, and they keep every rule that a real record has to keep.
import { coverageId } from '../domain/ids.js';
import { StoreError } from '../errors.js';
import { type Loader, loading } from '../store/load.js';
import { openStore } from '../store/store.js';
import { publishedTables, type TableName } from '../store/tables.js';
import type { Author } from '../store/write.js';
import { addCouncils, type Ground } from './ground.js';
import { addMotions } from './motions.js';
import { random } from './random.js';
import { addRegister, emitSourced } from './register.js';
import { addReviews, type Review } from './reviews.js';
import type { Scale } from './scale.js';

const author: Author = {
  by: 'generator',
  reason: 'new_coverage',
  note: 'generated for measuring; nothing of it is real',
};

/** Where to generate, how much, and whether a record that was not generated may be thrown away for it. */
export interface GenerateOptions {
  readonly url: string;
  readonly scale: Scale;
  readonly replace?: boolean;
  readonly log?: (line: string) => void;
}

/**
 * Fills a migrated database in one transaction, in place of what was generated there before; answers the rows by
 * table.
 * @throws StoreError DATABASE_NOT_EMPTY where the database holds anything else and `replace` is not set.
 */
export async function generate(options: GenerateOptions): Promise<ReadonlyMap<TableName, number>> {
  const { url, scale, replace = false, log = () => {} } = options;
  const store = openStore(url, { max: 1 });
  try {
    return await loading(store, author, async (loader) => {
      await empty(loader, replace);
      addRegister(loader);
      const reviews = addReviews(loader);
      const grounds = await addCouncils(loader, scale);
      log(`generated ${grounds.length} councils`);
      const found = new Set<string>();
      await addMotions({ loader, grounds, reviews, found }, scale.motions);
      log(`generated ${scale.motions} motions`);
      addCoverage(loader, grounds, reviews, found);
      // Whoever serves the database shall not import the real seeds into it.
      await loader.client.query("INSERT INTO seed_state (id, hash) VALUES (true, 'generated')");
    });
  } finally {
    await store.close();
  }
}

// What was generated has no history worth keeping; the data version goes on rising all the same.
async function empty({ client }: Loader, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ by: string }>('SELECT by FROM revision WHERE by <> $1 LIMIT 1', [
    author.by,
  ]);
  if (rows[0] && !replace) {
    throw new StoreError(
      'DATABASE_NOT_EMPTY',
      `expected an empty database or one that was generated, got records written by ${rows[0].by}. ` +
        'To throw them all away, add --replace.',
    );
  }
  const all = [
    ...publishedTables.map((table) => table.meta.tableName),
    'held_text',
    'theme_phrase',
    'suggested_theme',
    'clause_print',
    'review_motion',
    'matrix_cell',
    'revision',
    'seed_record',
    'seed_state',
    'search_word',
  ];
  await client.query("SET LOCAL open_motions.redaction = 'on'");
  await client.query(`TRUNCATE ${all.map((name) => `"${name}"`).join(', ')}`);
  await client.query("SET LOCAL open_motions.redaction = 'off'");
}

function addCoverage(
  loader: Loader,
  grounds: readonly Ground[],
  reviews: readonly Review[],
  found: ReadonlySet<string>,
): void {
  for (const { id: council } of grounds) {
    for (const { id: review } of reviews) {
      const id = coverageId(council, review);
      const lot = random('coverage', id).next();
      const empty = lot < 0.6 ? 'searched_none_found' : lot < 0.7 ? 'source_unavailable' : 'not_searched';
      const result = found.has(`${council}|${review}`) ? 'found' : empty;
      const search = { searched_on: '2026-01-01', date_precision: 'month', method: 'generated' };
      const none = { searched_on: null, date_precision: 'unknown', method: null };
      const row = { id, council_id: council, review_id: review, result };
      emitSourced(loader, 'coverage', { ...row, ...(result === 'not_searched' ? none : search) });
    }
  }
}
