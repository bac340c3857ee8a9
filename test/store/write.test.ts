import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeRecords } from '../../src/importers/run.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { TableName } from '../../src/store/tables.js';
import { type Author, type Values, type Writer, writing } from '../../src/store/write.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore(database.url);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

const seed: Author = { by: 'seed', reason: 'our_correction', note: 'first entry' };
const editor: Author = { by: 'editor-2', reason: 'reinterpretation', note: 'read again' };

function write(rows: [TableName, Values, Values?][], author = seed) {
  const records = rows.map(([table, row, initial], n) => ({
    table,
    row,
    ...(initial ? { initial } : {}),
    at: { file: 'seeds/test.csv', line: n + 2 },
  }));
  return writing(store, author, (writer) => writeRecords(writer, records));
}

const source = { id: 'source/minutes', title: 'Minutes', kind: 'council_page', published_on: null };
const sourceRow: Values = { ...source, published_precision: 'unknown', completeness: 'full' };
const brent: Values = {
  id: 'council/brent',
  name: 'London Borough of Brent',
  short_name: 'Brent',
  slug: 'brent',
  type: 'london_borough',
};
const motion: Values = {
  id: 'motion/brent/2023-07-10/x',
  council_id: 'council/brent',
  slug: 'x',
  title: 'X',
  kind: 'members_motion',
  text_status: 'full',
  date: '2023-07-10',
  date_precision: 'day',
};
const decided: Values = {
  id: 'event/brent/2023-07-10/x/decided',
  motion_id: 'motion/brent/2023-07-10/x',
  seq: 1,
  stage: 'decided',
  occurred_on: '2023-07-10',
  date_precision: 'day',
  authoritative: true,
  outcome: 'carried',
  decision_mode: 'unanimous',
};

function clause(address: string, seq: number, facts: Values = {}): Values {
  return {
    id: `clause/brent/2023-07-10/x/${address}`,
    motion_id: 'motion/brent/2023-07-10/x',
    seq,
    address,
    address_inferred: false,
    kind: 'resolves_self',
    kind_inferred: false,
    stance: 'commits',
    text_status: 'summary_only',
    wording: 'as_tabled',
    source_id: 'source/minutes',
    ...facts,
  };
}

async function world(): Promise<void> {
  await write([
    ['source', sourceRow],
    ['council', brent],
    ['motion', motion],
    ['motion_event', decided],
    ['clause', clause('1', 1)],
  ]);
}

describe('merging', () => {
  test('counts what is new, then that nothing changes the second time', async () => {
    expect(await write([['source', sourceRow]])).toEqual({
      source: { inserted: 1, updated: 0, unchanged: 0 },
    });
    expect(await write([['source', sourceRow]])).toEqual({
      source: { inserted: 0, updated: 0, unchanged: 1 },
    });
  });

  test('keeps a column that a record leaves out and erases one stated as unknown', async () => {
    await write([['source', { id: 'source/minutes', publisher: 'Brent Council', note: 'Read on screen.' }]]);
    await write([['source', { id: 'source/minutes', note: null }]]);
    const row = await store.db.selectFrom('source').select(['publisher', 'note']).executeTakeFirst();
    expect(row).toEqual({ publisher: 'Brent Council', note: null });
  });

  test('writes initial columns for a new record only', async () => {
    const row = { id: 'theme/trust', name: 'Trust' };
    await write([['theme', row, { summary: 'First words.' }]]);
    await write([['theme', { id: 'theme/trust', summary: 'Written since.' }]]);
    expect(await write([['theme', row, { summary: 'First words.' }]])).toEqual({
      theme: { inserted: 0, updated: 0, unchanged: 1 },
    });
    const theme = await store.db.selectFrom('theme').select('summary').executeTakeFirst();
    expect(theme?.summary).toBe('Written since.');
  });

  test('keeps tabs, line ends, backslashes and non-ASCII text as they are', async () => {
    const title = 'a\tb\\N\nc\r– “£” \u{1F3DB}';
    await write([['source', { ...sourceRow, id: 'source/odd', title }]]);
    const row = await store.db
      .selectFrom('source')
      .select('title')
      .where('id', '=', 'source/odd')
      .executeTakeFirst();
    expect(row?.title).toBe(title);
  });

  test('children may be stated before their parents and with other columns', async () => {
    await world();
    const counts = await write([
      ['clause', clause('2.a', 3, { parent_id: 'clause/brent/2023-07-10/x/2' })],
      ['clause', clause('2', 2, { lead_in: 'The council' })],
    ]);
    expect(counts.clause?.inserted).toBe(2);
  });

  test('refuses a column that a rule derives', async () => {
    await expect(write([['motion', { ...motion, current_outcome: 'lost' }]])).rejects.toThrow(/derived/);
  });

  test('a refused record is told by its file and line, and nothing of the run is kept', async () => {
    const run = write([
      ['theme', { id: 'theme/kept-or-not', name: 'Kept or not' }],
      ['party', { id: 'party/empty', name: '' }],
    ]);
    await expect(run).rejects.toThrow(
      /seeds\/test\.csv:3: expected a party that satisfies party_name_not_empty/,
    );
    const kept = await store.db
      .selectFrom('theme')
      .select('id')
      .where('id', '=', 'theme/kept-or-not')
      .execute();
    expect(kept).toEqual([]);
  });

  test('a dangling reference is told by its file and line', async () => {
    const run = write([['body', { id: 'body/x/y', council_id: 'council/none', name: 'Y', kind: 'board' }]]);
    await expect(run).rejects.toThrow(/seeds\/test\.csv:2: .*council\/none/);
  });
});

describe('what follows from events', () => {
  const standing = () =>
    store.db
      .selectFrom('motion')
      .select(['current_stage', 'current_outcome', 'outcome_since', 'deciding_event_id'])
      .where('id', '=', 'motion/brent/2023-07-10/x')
      .executeTakeFirst();

  test('the motion’s standing is derived in the transaction that wrote them', async () => {
    await world();
    expect(await standing()).toEqual({
      current_stage: 'decided',
      current_outcome: 'carried',
      outcome_since: '2023-07-10',
      deciding_event_id: 'event/brent/2023-07-10/x/decided',
    });
  });

  test('and again when an event is corrected or removed', async () => {
    await write([['motion_event', { id: 'event/brent/2023-07-10/x/decided', outcome: 'lost' }]], editor);
    expect(await standing()).toMatchObject({ current_outcome: 'lost' });
    await writing(store, editor, (writer) =>
      remove(writer, 'motion_event', 'event/brent/2023-07-10/x/decided'),
    );
    expect(await standing()).toMatchObject({ current_outcome: null, deciding_event_id: null });
  });
});

function remove(writer: Writer, table: TableName, id: string): Promise<void> {
  return writer.remove(table, id, 'Entered twice.');
}

describe('the revision log', () => {
  test('says who changed what, why and in which data version', async () => {
    await write([['theme', { id: 'theme/consent', name: 'Consent' }]]);
    await write([['theme', { id: 'theme/consent', name: 'Policing by consent' }]], editor);
    const rows = await store.db
      .selectFrom('revision')
      .select(['operation', 'by', 'reason', 'note', 'before', 'after'])
      .where('record_id', '=', 'theme/consent')
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      {
        operation: 'insert',
        by: 'seed',
        reason: 'new_coverage',
        note: 'first entry',
        before: null,
        after: null,
      },
      {
        operation: 'update',
        by: 'editor-2',
        reason: 'reinterpretation',
        note: 'read again',
        before: { name: 'Consent' },
        after: { name: 'Policing by consent' },
      },
    ]);
  });

  test('counts one data version for each transaction that changes something, and none for one that does not', async () => {
    const version = async () =>
      (await store.db.selectFrom('data_version').select('version').executeTakeFirstOrThrow()).version;
    const before = await version();
    await write([
      ['theme', { id: 'theme/one', name: 'One' }],
      ['theme', { id: 'theme/two', name: 'Two', summary: 'Second.' }],
    ]);
    expect(await version()).toBe(before + 1);
    await write([['theme', { id: 'theme/one', name: 'One' }]]);
    expect(await version()).toBe(before + 1);
  });

  test('cannot be rewritten', async () => {
    await expect(store.pool.query("UPDATE revision SET reason = 'merge'")).rejects.toThrow(/append-only/);
  });

  test('calls a merge what a merge adds, and takes no reason that is not on the list', async () => {
    await write([['theme', { id: 'theme/joined', name: 'Joined' }]], { ...seed, reason: 'merge' });
    const { rows } = await store.pool.query("SELECT reason FROM revision WHERE record_id = 'theme/joined'");
    expect(rows).toEqual([{ reason: 'merge' }]);
    const unlisted = { ...seed, reason: 'whim' } as unknown as Author;
    await expect(write([['theme', { id: 'theme/whim', name: 'Whim' }]], unlisted)).rejects.toThrow(
      'revision_reason_word',
    );
  });

  test('misses no row, since the key of a row never changes', async () => {
    await write([['theme', { id: 'theme/kept', name: 'Kept' }]]);
    await expect(
      store.pool.query("UPDATE theme SET id = 'theme/moved' WHERE id = 'theme/kept'"),
    ).rejects.toThrow('the key of a row of theme never changes');
  });

  test('an id that was removed is never used again', async () => {
    await write([['theme', { id: 'theme/gone', name: 'Gone' }]]);
    await writing(store, editor, (writer) => remove(writer, 'theme', 'theme/gone'));
    const tombstone = await store.db
      .selectFrom('tombstone')
      .select('reason')
      .where('id', '=', 'theme/gone')
      .executeTakeFirst();
    expect(tombstone?.reason).toBe('Entered twice.');
    await expect(write([['theme', { id: 'theme/gone', name: 'Back' }]])).rejects.toThrow(/never used again/);
  });
});

describe('wrong states are impossible', () => {
  const citation = {
    id: 'citation/brent/2023-07-10/x/1/a',
    clause_id: 'clause/brent/2023-07-10/x/1',
    review_id: 'review/r',
    direction: 'supports',
    basis: 'paraphrased',
    strength: 'states_view',
    scope: 'as_recommended',
    review_state: 'drafted',
    coded_by: 'seed',
  };

  beforeAll(async () => {
    await write([
      [
        'review',
        { id: 'review/r', title: 'R', short_name: 'R', slug: 'r', reviewer: 'R', date_precision: 'unknown' },
      ],
    ]);
  });

  test.each<[string, TableName, Values, RegExp]>([
    ['a citation without a clause', 'citation', { ...citation, clause_id: null }, /clause_id/],
    ['a paraphrase of no recommendation', 'citation', citation, /citation_of_all_names_no_recommendation/],
    ['an unknown word', 'citation', { ...citation, basis: 'loosely' }, /citation_basis_word/],
    [
      'a vote without an event',
      'vote',
      { id: 'vote/x/y', event_id: 'event/none', councillor_id: 'councillor/x/y', option: 'for' },
      /event/,
    ],
    ['an empty string', 'theme', { id: 'theme/x', name: '' }, /theme_name_not_empty/],
    ['an id of another kind', 'theme', { id: 'party/x', name: 'X' }, /theme_id_path/],
    [
      'wording that may not be republished, in the clause',
      'clause',
      clause('9', 9, { text: 'x', text_status: 'held_not_published' }),
      /clause_text_fits_its_status/,
    ],
    [
      'a clause under a clause of another motion',
      'clause',
      clause('9', 9, { parent_id: 'clause/other/1' }),
      /clause/,
    ],
    [
      'a date more precise than stated',
      'motion',
      { ...motion, id: 'motion/brent/2024/y', date: '2024-03-05', date_precision: 'month' },
      /motion_date_precision/,
    ],
    [
      'an authoritative event that decides nothing',
      'motion_event',
      { ...decided, id: 'event/x/y', seq: 7, outcome: null },
      /motion_event_authoritative_decides/,
    ],
    [
      'an amendment that amends nothing',
      'motion',
      { ...motion, id: 'motion/brent/2024/z', kind: 'amendment' },
      /motion_amendment_amends_a_motion/,
    ],
  ])('%s', async (_, table, row, refusal) => {
    await expect(write([[table, row]])).rejects.toThrow(refusal);
  });
});
