// What the interchange formats of others are written from: the tables of one moment, list by list, and one
// JSON document told piece by piece, so that a record of any size never stands in memory as one text.
import type pg from 'pg';
import type { Store } from '../store/store.js';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
/** Asks for rows. */
export type Ask = (sql: string) => Promise<Row[]>;
/** The lists of a document by name, each read when it is its turn. */
export type Lists = Record<string, () => Promise<object[]>>;

/** Writes a document of lists from one moment of the store; the same store always gives the same bytes. */
export async function* interchange(store: Store, lists: (ask: Ask) => Lists): AsyncGenerator<string> {
  const client = await store.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    yield* documentOf(lists(async (sql) => (await client.query<Row>(sql)).rows));
  } finally {
    await ended(client);
  }
}

async function ended(client: pg.PoolClient): Promise<void> {
  await client.query('ROLLBACK').finally(() => client.release());
}

// Byte for byte what JSON.stringify(document, null, 1) gives.
async function* documentOf(lists: Lists): AsyncGenerator<string> {
  let opening = '{\n';
  for (const [name, read] of Object.entries(lists)) {
    const items = await read();
    yield `${opening} "${name}": [`;
    for (const [index, item] of items.entries())
      yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(item, null, 1).replaceAll('\n', '\n  ')}`;
    yield items.length === 0 ? ']' : '\n ]';
    opening = ',\n';
  }
  yield '\n}\n';
}

/** The rows of each value of a column; none where there are none. */
export function grouped(rows: readonly Row[], column: string): (value: Cell | undefined) => Row[] {
  const groups = Map.groupBy(rows, (row) => row[column]);
  return (value) => groups.get(value) ?? [];
}

/** Fields that say something: neither null nor an empty list, nor an object without any. */
export function stated(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The words of Popolo and Open Civic Data for how somebody voted. */
export const voteWord: Record<string, string> = {
  for: 'yes',
  against: 'no',
  abstain: 'abstain',
  absent: 'absent',
  not_voting: 'not voting',
};

/** The counts of a vote, those that are recorded. */
export function countsOf({ votes_for, votes_against, votes_abstain }: Row) {
  const counts = [
    { option: 'yes', value: votes_for },
    { option: 'no', value: votes_against },
    { option: 'abstain', value: votes_abstain },
  ];
  return counts.filter(({ value }) => value !== null);
}
