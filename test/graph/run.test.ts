import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { limits } from '../../src/graph/limits.js';
import { consistentSession, singleSession } from '../../src/graph/run.js';
import { openStore, type Store } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let between: Server;
let store: Store;
const sockets = new Set<Socket>();
const statement = { text: 'SELECT 1', values: [], name: undefined };

// A network between us and the database that can swallow what is sent.
function freeze(frozen: boolean): void {
  for (const socket of sockets) socket[frozen ? 'pause' : 'resume']();
  isFrozen = frozen;
}
let isFrozen = false;

beforeAll(async () => {
  database = await testDatabase();
  const { hostname, port } = new URL(database.url);
  between = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => {}).on('close', () => to.destroy());
      if (isFrozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String((between.address() as AddressInfo).port);
  store = openStore(url.href, { max: 2 });
}, 120_000);

afterEach(() => freeze(false));

afterAll(async () => {
  await store?.close();
  for (const socket of sockets) socket.destroy();
  between?.close();
  await database?.drop();
});

test.each([
  ['one statement', singleSession],
  ['several statements', consistentSession],
])(
  'a request of %s ends though the database has stopped answering, and later ones are served',
  async (_of, open) => {
    const before = open(store, new AbortController().signal);
    expect(await before.run(statement)).toEqual([['1']]);
    before.end();
    freeze(true);
    for (let request = 0; request < 3; request += 1) {
      const clock = new AbortController();
      const session = open(store, clock.signal);
      setTimeout(() => clock.abort(), 20);
      await expect(session.run(statement)).rejects.toMatchObject({ extensions: { code: 'QUERY_TIMEOUT' } });
      session.end();
    }
    freeze(false);
    const after = open(store, new AbortController().signal);
    expect(await after.run(statement)).toEqual([['1']]);
    after.end();
  },
);

test('a connection keeps its statements prepared up to the limit, and releases the one used least recently', async () => {
  const single = openStore(database.url, { max: 1 });
  const session = singleSession(single, new AbortController().signal);
  const run = (n: number) => session.run({ text: `SELECT ${n}`, values: [], name: `number ${n}` });
  const most = limits.preparedStatements;
  for (let n = 0; n < most; n += 1) await run(n);
  expect(await run(0)).toEqual([['0']]);
  for (let n = most; n < most + 5; n += 1) expect(await run(n)).toEqual([[String(n)]]);
  const { rows } = await single.pool.query(
    "SELECT name FROM pg_prepared_statements WHERE name LIKE 'number %'",
  );
  const names = rows.map(({ name }) => name);
  expect(names).toHaveLength(most);
  expect([0, 1, 5, 6].map((n) => names.includes(`number ${n}`))).toEqual([true, false, false, true]);
  expect(await run(1)).toEqual([['1']]);
  await single.close();
});
