import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { type Serving, serving } from '../web/serving.js';

let database: TestDatabase;
const open: Serving[] = [];

beforeAll(async () => {
  database = await testDatabase();
}, 120_000);

afterAll(async () => {
  for (const server of open) await server.close();
  await database?.drop();
});

/** A connection, and what X-Forwarded-For says on it; null where it says nothing. */
type Asking = readonly [connection: string, forwarded: string | null];

const reader = '192.0.2.1';
const other = '192.0.2.2';
const forged = '198.51.100.7';
const near = '10.0.0.9';
const far = '10.0.0.8';

const same = true;
const apart = false;
const rows: readonly (readonly [setting: string, what: string, Asking, Asking, isSame: boolean])[] = [
  ['', 'two connections', [reader, null], [other, null], apart],
  ['', 'a reader who forges another address', [reader, null], [reader, forged], same],
  ['', 'readers behind a proxy that nobody told of', [near, reader], [near, other], same],
  ['false', 'a reader who forges another address', [reader, forged], [reader, other], same],
  ['0', 'a reader who forges another address', [reader, forged], [reader, other], same],
  ['1', 'two readers behind the proxy', [near, reader], [near, other], apart],
  ['1', 'a reader who forges what the proxy adds to', [near, reader], [near, `${forged}, ${reader}`], same],
  ['1', 'one who forges in turn', [near, `${other}, ${reader}`], [near, `${forged}, ${reader}`], same],
  ['1', 'two who forge the same', [near, `${forged}, ${reader}`], [near, `${forged}, ${other}`], apart],
  ['1', 'a port that the proxy tells', [near, `${reader}:5001`], [near, `${reader}:5002`], same],
  ['1', 'words instead of addresses', [near, 'unknown'], [near, 'somebody'], same],
  ['2', 'two readers behind both proxies', [near, `${reader}, ${far}`], [near, `${other}, ${far}`], apart],
  ['2', 'a reader who forges', [near, `${reader}, ${far}`], [near, `${forged}, ${reader}, ${far}`], same],
  ['10.0.0.0/8', 'two readers behind a proxy', [near, reader], [near, other], apart],
  [
    '10.0.0.0/8',
    'a reader behind one proxy and behind both',
    [near, reader],
    [near, `${reader}, ${far}`],
    same,
  ],
  ['10.0.0.0/8', 'a reader who forges', [near, reader], [near, `${forged}, ${reader}`], same],
  ['10.0.0.0/8', 'a reader who forges a proxy', [near, reader], [near, `${far}, ${reader}`], same],
  ['10.0.0.0/8', 'one who comes past the proxies and forges', [other, reader], [other, forged], same],
  ['10.0.0.9, ::1', 'a proxy that is not of the list', [far, reader], [far, other], same],
  ['10.0.0.9, ::1', 'a proxy of the list', ['::1', reader], ['::1', other], apart],
  // Whoever is believed without an end can be anybody: for servers that only proxies can reach.
  ['true', 'two readers behind a proxy', [near, reader], [near, other], apart],
  ['true', 'a reader who forges', [near, `${forged}, ${reader}`], [near, `${other}, ${reader}`], apart],
];

const servers = new Map<string, Promise<Serving>>();

function behind(setting: string): Promise<Serving> {
  const { trustProxy } = readConfig({ TRUST_PROXY: setting });
  const known = servers.get(setting) ?? serving(database.url, { trustProxy, costPerMinute: 10 });
  servers.set(setting, known);
  return known.then((server) => {
    if (!open.includes(server)) open.push(server);
    return server;
  });
}

// Every row has addresses of its own, so that it begins with full buckets.
const ofRow = (text: string, row: number): string => text.replaceAll('192.0.2.', `192.${row}.2.`);

test.each(rows.map((each, row) => [...each, row] as const))(
  'TRUST_PROXY=%s counts %s rightly',
  async (setting, _what, first, second, isSame, row) => {
    const { app } = await behind(setting);
    const ask = async ([connection, forwarded]: Asking) => {
      const headers = forwarded === null ? {} : { 'x-forwarded-for': ofRow(forwarded, row) };
      const remoteAddress = ofRow(connection, row);
      const payload = { query: '{' };
      const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers, remoteAddress });
      return Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1]);
    };
    const before = await ask(first);
    const after = await ask(second);
    if (isSame) expect(after).toBe(before - 1);
    else expect(after).toBe(before);
  },
);
