import { beforeAll, expect, test } from '@jest/globals';
import type { SeedRecord } from '../../src/importers/seeds/content.js';
import { readSeeds } from '../../src/importers/seeds/read.js';

let records: SeedRecord[];
beforeAll(async () => {
  ({ records } = await readSeeds('seeds'));
});

const rows = (table: string) => records.filter((record) => record.table === table).map(({ row }) => row);

function tally(table: string, column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows(table)) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}

test('London has 33 authorities in 12 command units, and the City polices itself', () => {
  expect(tally('council', 'type')).toEqual({ london_borough: 32, city_corporation: 1 });
  const codes = rows('council').map((row) => row.gss_code);
  expect([codes[0], codes.at(-1), new Set(codes).size]).toEqual(['E09000001', 'E09000033', 33]);
  expect(rows('police_unit')).toHaveLength(12);
  const alone = rows('council').filter((row) => row.police_unit_id === undefined);
  expect(alone.map((row) => row.id)).toEqual(['council/city-of-london']);
  const partners = rows('council').filter((row) => row.police_unit_id === 'police-unit/as');
  expect(partners.map((row) => row.short_name)).toEqual(['Lambeth', 'Southwark']);
});

test('every ward has a code and a council that was inferred from it', () => {
  const wards = tally('ward', 'council_id');
  expect(rows('ward')).toHaveLength(679 + 25);
  expect(wards).toMatchObject({ 'council/city-of-london': 25, 'council/brent': 22, 'council/southwark': 23 });
  expect(Object.keys(wards)).toHaveLength(33);
  expect(tally('ward', 'council_inferred')).toEqual({ true: 704 });
  expect(rows('ward').every((row) => row.id === `ward/${row.gss_code}`)).toBe(true);
});

test('seats are known for Brent and Southwark in total only', () => {
  const seats = (council: string) =>
    rows('ward')
      .filter((row) => row.council_id === council)
      .reduce((sum, row) => sum + Number(row.seats ?? 0), 0);
  expect([seats('council/brent'), seats('council/southwark'), seats('council/camden')]).toEqual([57, 63, 0]);
  expect(tally('ward', 'seats_status')).toEqual({ unverified: 45, undefined: 659 });
});

test('of the sixteen recommendations only the number 10 is verified', () => {
  expect(rows('recommendation')).toHaveLength(16);
  const sure = rows('recommendation').filter((row) => row.number_status === 'verified');
  expect(sure.map((row) => [row.number, row.slug])).toEqual([['10', 'stop-and-search-reset']]);
  expect(tally('recommendation', 'summary_status')).toEqual({ two_source: 10, verified: 4, unverified: 2 });
  expect(rows('review')[0]).toMatchObject({ id: 'review/casey-2023', recommendation_count: 16 });
  expect(rows('review')[0]).not.toHaveProperty('url');
});

test('coverage says of each of the 33 what was searched, and of none that it said nothing', () => {
  expect(tally('coverage', 'result')).toEqual({ found: 5, searched_none_found: 26, not_searched: 2 });
  const unsearched = rows('coverage').filter((row) => row.result === 'not_searched');
  expect(unsearched.map((row) => row.council_id)).toEqual([
    'council/city-of-london',
    'council/barking-and-dagenham',
  ]);
  expect(new Set(rows('coverage').map((row) => row.council_id)).size).toBe(33);
});

test('a membership of unknown length keeps its days unknown and says when it was seen', () => {
  for (const row of rows('membership')) {
    expect(row).toMatchObject({
      first_attested_on: expect.any(String),
      last_attested_on: expect.any(String),
    });
    expect(row).not.toHaveProperty('start_date');
    expect(row).not.toHaveProperty('end_date');
  }
});

test('every council is an actor', () => {
  const actors = new Set(rows('organisation').map((row) => row.id));
  for (const council of rows('council')) expect(actors).toContain(`organisation/${council.slug}`);
});

test('every source is used', () => {
  const used = new Set(records.flatMap(({ row, initial }) => [row.source_id, initial?.source_id]));
  const idle = rows('source').filter((row) => !used.has(row.id ?? null));
  expect(idle.map((row) => row.id)).toEqual([]);
});
