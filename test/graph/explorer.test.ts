import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { graphPlugin } from '../../src/graph/http.js';
import { openStore, type Store } from '../../src/store/store.js';
import { describeInBrowser } from '../support/browser.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  database = await seededDatabase();
  store = openStore(database.url);
  app = fastify();
  await app.register(graphPlugin, { store });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await store?.close();
  await database?.drop();
});

describeInBrowser('the explorer', (browser) => {
  test('opens with the first example, runs it, and asks no other host', async () => {
    const page = await browser().newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address))
        elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${address}/explorer`);
    await page.waitForSelector('.graphiql-execute-button');
    await page.waitForFunction(
      "document.querySelector('.graphiql-query-editor').innerText.includes('SouthwarkMotion')",
    );
    await page.click('.graphiql-execute-button');
    await page.waitForFunction(
      "document.querySelector('.result-window').innerText.includes('Safer Southwark Communities')",
    );
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);
});
