// A small world for graph tests, whose facts are made up: two councils, a review of three recommendations,
// motions with and without dates, an amendment, recorded votes, memberships, a merged and a removed record.
import pg from 'pg';
import { deriveAllCells } from '../../src/store/derive-cells.js';
import { brent } from './world/brent.js';
import { caseyReview } from './world/casey-review.js';
import { ground } from './world/ground.js';
import type { Records, Value } from './world/rows.js';
import { southwark } from './world/southwark.js';

export { brent, caseyReview, ground, southwark };

// Every record has a source; where a test says nothing of it, it is the minutes.
const sourced = [
  'party',
  'organisation',
  'council',
  'ward',
  'councillor',
  'body',
  'membership',
  'motion',
  'motion_person',
  'motion_event',
  'follow_up',
  'review',
  'recommendation',
  'coverage',
];

function sourcesOf(records: Records): Records {
  const bridges = sourced.map((table): [string, Record<string, Value>[]] => [
    `${table}_source`,
    (records[table] ?? []).flatMap(({ id = '' }) =>
      // The motion on trust has two sources, so that a list of sources has an order to keep.
      ['source/minutes', ...(id === 'motion/brent/2023-07-10/trust' ? ['source/agenda'] : [])].map(
        (source) => ({
          [`${table}_id`]: id,
          source_id: source,
        }),
      ),
    ),
  ]);
  return Object.fromEntries(bridges);
}

/** Writes parts of the world into a database, in one transaction. */
export async function populate(url: string, ...parts: Records[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN; SET CONSTRAINTS ALL DEFERRED');
    for (const part of parts) {
      for (const records of [part, sourcesOf(part)]) {
        for (const [table, rows] of Object.entries(records))
          for (const row of rows) await insert(client, table, row);
      }
    }
    await client.query(
      'UPDATE motion m SET current_outcome = e.outcome, current_stage = e.stage, deciding_event_id = e.id, outcome_since = e.occurred_on FROM motion_event e WHERE e.motion_id = m.id AND e.authoritative',
    );
    await deriveAllCells(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function insert(client: pg.Client, table: string, row: Record<string, Value>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}

/** The whole world. */
export const world = (): Records[] => [ground(), brent(), southwark(), caseyReview()];
