// Taking a value out for good, the one exception to what is published staying as it is: first every snapshot and delta
// that holds it is said to be gone and is no longer served, then the value leaves the store and its log, then the
// files leave the disk. Cut short anywhere, the same command finishes it.
import { DatabaseError } from 'pg';
import { type IdTable, tableOfId } from '../domain/ids.js';
import { EditError, type Fault } from '../errors.js';
import { type Gone, markGone } from '../exporters/gone.js';
import { readSnapshots } from '../exporters/snapshots.js';
import { handleFaults } from '../importers/handle.js';
import { readSeeds } from '../importers/seeds/read.js';
import { type ColumnDescription, description } from '../store/describe.js';
import { isFree, type Place, placesHolding } from '../store/queries/standing.js';
import { strikeValues, struckText } from '../store/redact.js';
import { openStore } from '../store/store.js';
import { type Writer, writing } from '../store/write.js';
import { deltasHolding, snapshotsHolding } from './holders.js';
import { takePublishLock } from './publish-lock.js';
import { listAgain, removeGone } from './removal.js';

/** What to take out, and who says so and why. */
export interface RedactOptions {
  readonly url: string;
  readonly exportsDir: string;
  readonly id: string;
  readonly columns: readonly string[];
  readonly by: string;
  /** Shown in the feed of changes, so it never repeats the value. */
  readonly note: string;
  /** The seeds, which would otherwise bring the value back. */
  readonly seeds: string;
  readonly log?: (line: string) => void;
  readonly now?: Date;
}

/** How much was taken off the shelf. */
export interface Redacted {
  readonly snapshots: number;
  readonly deltas: number;
  /** Other places that hold the same words, each to be decided by itself. */
  readonly elsewhere: readonly Place[];
}

/**
 * Takes the values of some columns of a record out of the store, its log and everything published.
 * @throws EditError where there is nothing to take out, or the seeds still state it; nothing was changed.
 * @throws PublishError PUBLISH_LOCKED where another process publishes.
 */
export async function redact(options: RedactOptions): Promise<Redacted> {
  const { url, exportsDir, id, log = () => {}, now = new Date() } = options;
  const wanted = wantedOf(options);
  await refuseSeeded(options);
  const values = await valuesOf(options, wanted);
  const lock = await takePublishLock(url);
  try {
    const snapshots = await snapshotsHolding(exportsDir, await readSnapshots(exportsDir, log), wanted);
    const deltas = await deltasHolding(exportsDir, wanted);
    const gone = (path: string): Gone => ({ path, reason: 'redaction', at: now.toISOString() });
    const going = [
      ...snapshots.map(({ id: each, manifestHash }) => ({
        ...gone(`snapshots/${each}`),
        ...{ manifest_sha256: manifestHash, table: wanted.table },
      })),
      ...deltas.map(gone),
    ];
    await rehearse(options, wanted);
    if (going.length > 0) {
      await markGone(exportsDir, going);
      await listAgain(exportsDir, log);
    }
    const elsewhere = await strike(options, wanted, values);
    log(`store: ${id} ${wanted.columns.map(({ name }) => name).join(', ')} taken out, of the log too`);
    await removeGone(exportsDir);
    log(`published: ${snapshots.length} snapshots and ${deltas.length} deltas taken off`);
    return { snapshots: snapshots.length, deltas: deltas.length, elsewhere };
  } finally {
    await lock.release();
  }
}

interface WantedRow {
  readonly table: IdTable;
  readonly id: string;
  readonly columns: readonly ColumnDescription[];
}

function wantedOf({ id, columns, by, note }: RedactOptions): WantedRow {
  const table = tableOfId(id);
  if (table === undefined) throw new EditError([unknown(id)]);
  const free = description(table).columns.filter(isFree);
  const faults = columns
    .filter((name) => !free.some((column) => column.name === name))
    .map(
      (got): Fault => ({
        expected: `columns of ${table} in words: ${free.map(({ name }) => name).join(', ')}`,
        got,
      }),
    );
  refuse([...handleFaults(by, note), ...faults]);
  return { table, id, columns: free.filter(({ name }) => columns.includes(name)) };
}

// What the seeds state they would state again at the next import.
async function refuseSeeded({ seeds, id, columns }: RedactOptions): Promise<void> {
  const { records } = await readSeeds(seeds);
  const stating = records.filter(({ row, initial }) =>
    columns.some((name) => row.id === id && (row[name] ?? initial?.[name] ?? null) !== null),
  );
  refuse(
    stating.map(({ at }) => ({
      expected: `seeds that no longer state it, since they would bring it back`,
      at,
    })),
  );
}

// What is to go, before anything is taken off: there has to be something, and the note has to keep it to itself.
async function valuesOf({ url, note }: RedactOptions, { table, id, columns }: WantedRow): Promise<string[]> {
  const store = openStore(url, { max: 1 });
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  try {
    const { rows } = await store.pool.query<Record<string, string | null>>(
      `SELECT ${list} FROM "${table}" WHERE id = $1`,
      [id],
    );
    const logged = 'SELECT FROM revision WHERE entity = $1 AND record_id = $2 LIMIT 1';
    if (!rows[0] && (await store.pool.query(logged, [table, id])).rowCount === 0) refuse([unknown(id)]);
    const values = Object.values(rows[0] ?? {}).filter((value): value is string => Boolean(value?.trim()));
    if (values.some((value) => note.toLowerCase().includes(value.toLowerCase())))
      refuse([{ expected: 'a note that does not repeat what is taken out, since readers are shown it' }]);
    return values.filter((value) => value !== struckText);
  } finally {
    await store.close();
  }
}

// Before anything is taken off: whether the store can do without.
async function rehearse({ url, id, by, note }: RedactOptions, { table, columns }: WantedRow): Promise<void> {
  const store = openStore(url, { max: 1 });
  const author = { by, note, reason: 'redaction' } as const;
  const strikeOnly = ({ client }: Writer) => strikeValues(client, table, id, columns);
  await writing(store, author, strikeOnly, () => false)
    .catch((error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      refuse([
        { expected: 'columns that this record can do without', got: error.constraint ?? error.message },
      ]);
    })
    .finally(() => store.close());
}

async function strike({ url, id, by, note }: RedactOptions, { table, columns }: WantedRow, values: string[]) {
  const store = openStore(url, { max: 1 });
  try {
    await writing(store, { by, note, reason: 'redaction' }, ({ client }) =>
      strikeValues(client, table, id, columns),
    );
    const places = await Promise.all(values.map((value) => placesHolding(store.db, value)));
    return places.flat();
  } finally {
    await store.close();
  }
}

const unknown = (id: string): Fault => ({ expected: 'the id of a record that is or was recorded', got: id });

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new EditError(faults);
}
