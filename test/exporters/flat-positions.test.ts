// The wide table on the project's own seeds: it says what the comparison says, no more and no less.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../../src/jobs/publish.js';
import { type Comparison, comparison } from '../../src/store/queries/comparison.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase } from '../support/database.js';
import { readCsv } from './snapshot-files.js';

const review = 'review/casey-2023';
let database: Awaited<ReturnType<typeof seededDatabase>>;
let store: Store;
let exportsDir: string;
let rows: Record<string, string>[];
let matrix: Comparison | null;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url);
  exportsDir = await mkdtemp(join(tmpdir(), 'open-motions-flat-'));
  const { folder } = await publish({ url: database.url, exportsDir });
  ({ rows } = await readCsv(folder, 'csv/flat_positions.csv'));
  matrix = await comparison(store.db, { review });
});

afterAll(async () => {
  await store?.close();
  await rm(exportsDir, { recursive: true, force: true });
  await database?.drop();
});

function row(council: string, recommendation: string): Record<string, string> | undefined {
  return rows.find((each) => each.council_id === council && each.recommendation_id === recommendation);
}

test('there is a row for every cell of the comparison, by key in byte order', () => {
  const keys = rows.map((each) => `${each.review_id} ${each.council_id} ${each.recommendation_id}`);
  const cells = matrix?.rows.flatMap((each) => each.cells) ?? [];
  expect(keys).toEqual(cells.map((cell) => `${review} ${cell.council} ${cell.recommendation}`).sort());
});

test('every row says what its cell says', () => {
  for (const cell of matrix?.rows.flatMap((each) => each.cells) ?? []) {
    const { position } = cell;
    const lead = position?.evidence[0];
    expect(row(cell.council, cell.recommendation)).toMatchObject({
      evidence_state: cell.evidenceState,
      direction: position?.direction ?? '',
      basis: position?.basis ?? '',
      strength: position?.strength ?? '',
      scope: position?.scope ?? '',
      wording_as_tabled: position ? String(position.wordingAsTabled) : '',
      clause_id: lead?.clause ?? '',
      event_id: lead?.event ?? '',
      source_id: lead?.source ?? '',
      motion_id: lead?.motion ?? '',
      evidence_count: String(position?.evidence.length ?? 0),
      proposed_count: String(cell.proposed.length),
      related_count: String(cell.related.length),
      suggested_count: String(cell.suggested.length),
    });
  }
});

describe('Southwark on stop and search', () => {
  test('stands with its names written out', async () => {
    const found = row('council/southwark', 'recommendation/casey-2023/stop-and-search-reset');
    const clause = await store.db
      .selectFrom('clause')
      .innerJoin('source', 'source.id', 'clause.source_id')
      .select(['address', 'summary', 'url', 'source.title'])
      .where('clause.id', '=', String(found?.clause_id))
      .executeTakeFirstOrThrow();
    expect(found).toMatchObject({
      council: 'Southwark',
      council_gss_code: 'E09000028',
      council_register_code: 'SWK',
      recommendation_number: '10',
      evidence_state: 'found',
      event_outcome: 'carried',
      clause_address: clause.address,
      clause_summary: clause.summary ?? '',
      source_title: clause.title,
      source_url: clause.url ?? '',
    });
  });
});

test('a council whose papers nobody has searched has rows without a position', () => {
  const unsearched = rows.filter((each) => each.evidence_state === 'not_searched');
  expect(unsearched.length).toBeGreaterThan(0);
  expect(
    new Set(unsearched.map((each) => `${each.direction}${each.clause_id}${each.evidence_count}`)),
  ).toEqual(new Set(['0']));
});
