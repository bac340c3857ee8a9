import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cell, comparison } from '../../src/store/queries/comparison.js';
import { openStore, type Store } from '../../src/store/store.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

const casey = 'review/casey-2023';
let database: TestDatabase;
let store: Store;
const statements: string[] = [];

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url, { onStatement: (text) => statements.push(text) });
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

function slug(recommendation: string): string {
  return recommendation.split('/').at(-1) ?? '';
}

async function cellsOf(council: string, asOf?: string): Promise<Map<string, Cell>> {
  const answer = await comparison(store.db, {
    review: casey,
    councils: [council],
    ...(asOf ? { asOf } : {}),
  });
  return new Map(answer?.rows.flatMap((row) => row.cells.map((cell) => [slug(row.recommendation), cell])));
}

async function inOwnWords(council: string): Promise<string[]> {
  const cells = await cellsOf(council);
  return [...cells].filter(([, cell]) => cell.position?.basis === 'paraphrased').map(([name]) => name);
}

describe('the Casey matrix', () => {
  test('is asked by one statement and holds every council with coverage', async () => {
    statements.length = 0;
    const answer = await comparison(store.db, { review: casey });
    expect(statements).toHaveLength(1);
    expect(answer?.councils).toHaveLength(33);
    expect(answer?.rows).toHaveLength(16);
    expect(answer?.rows.map((row) => slug(row.recommendation)).slice(0, 3)).toEqual([
      'misconduct-team',
      'standards-and-ethics',
      'vetting',
    ]);
  });

  test('Brent wants all 16, of which eight in its own words', async () => {
    expect([...(await cellsOf('council/brent')).values()].map((cell) => cell.evidenceState)).toEqual(
      Array(16).fill('found'),
    );
    expect(await inOwnWords('council/brent')).toEqual([
      'misconduct-team',
      'vetting',
      'commissioner-powers',
      'firearms-reset',
      'womens-protection-service',
      'childrens-strategy',
      'stop-and-search-reset',
      'borough-based-frontline',
    ]);
  });

  test('Southwark wants all 16, and touches four in its own words', async () => {
    expect(await inOwnWords('council/southwark')).toEqual([
      'commissioner-powers',
      'apology-and-consent',
      'stop-and-search-reset',
      'borough-based-frontline',
    ]);
  });

  test('Southwark’s clause 2.b.iv is its lead evidence on the powers to dismiss, decided last by Cabinet', async () => {
    const cell = (await cellsOf('council/southwark')).get('commissioner-powers');
    const path = 'southwark/2023-03-22/safer-southwark-communities';
    expect(cell?.position).toMatchObject({
      direction: 'supports',
      basis: 'paraphrased',
      strength: 'directs_own_body',
    });
    expect(cell?.position?.evidence[0]).toMatchObject({
      clause: `clause/${path}/2.b.iv`,
      event: `event/${path}/decided-by-executive`,
      source: 'source/southwark-motion-as-agreed',
    });
  });

  test('Brent’s cells say that they rest on wording as tabled', async () => {
    const cells = [...(await cellsOf('council/brent')).values()];
    expect(cells.every((cell) => cell.position?.wordingAsTabled)).toBe(true);
  });

  test('a motion whose outcome is not visible is no position', async () => {
    const cells = [...(await cellsOf('council/merton')).values()];
    expect(cells.every((cell) => cell.position === null)).toBe(true);
    expect(cells.every((cell) => cell.evidenceState === 'not_adopted')).toBe(true);
  });

  test.each([
    ['council/camden', 'searched_none_found'],
    ['council/barking-and-dagenham', 'not_searched'],
    ['council/city-of-london', 'not_searched'],
  ])('%s is %s everywhere, never silent', async (council, state) => {
    const cells = [...(await cellsOf(council)).values()];
    expect(new Set(cells.map((cell) => cell.evidenceState))).toEqual(new Set([state]));
  });
});

describe('as of a day', () => {
  test('between the two decisions the assembly is the deciding event', async () => {
    const cell = (await cellsOf('council/southwark', '2023-05-01')).get('commissioner-powers');
    expect(cell?.position?.evidence[0]?.event).toMatch(/\/decided$/);
  });

  test('before the review nobody holds a position', async () => {
    const cells = [...(await cellsOf('council/southwark', '2023-03-01')).values()];
    expect(cells.every((cell) => cell.evidenceState === 'searched_none_found')).toBe(true);
  });
});

describe('the question', () => {
  test('councils come in the order asked, once each', async () => {
    const councils = ['council/southwark', 'council/brent', 'council/southwark'];
    const answer = await comparison(store.db, { review: casey, councils });
    expect(answer?.councils).toEqual(['council/southwark', 'council/brent']);
  });

  test('differences only keeps the recommendations on which cells differ', async () => {
    const question = { review: casey, councils: ['council/camden', 'council/barnet'], differencesOnly: true };
    expect((await comparison(store.db, question))?.rows).toEqual([]);
  });

  test('an unknown council or recommendation is refused by name', async () => {
    const question = { review: casey, councils: ['council/camden', 'council/atlantis'] };
    await expect(comparison(store.db, question)).rejects.toThrow(/council\/atlantis/);
    await expect(
      comparison(store.db, { review: casey, recommendations: ['recommendation/casey-2023/none'] }),
    ).rejects.toThrow(/casey-2023\/none/);
  });

  test('an unknown review has no answer', async () => {
    expect(await comparison(store.db, { review: 'review/casey-2016' })).toBeNull();
  });
});
