// schema/database.sql is the golden shape of the store: a change of it is reviewed like code.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { printCatalogue } from '../../src/store/catalogue.js';
import { testDatabase } from '../support/database.js';

test('the migrations make the database that is committed', async () => {
  const database = await testDatabase();
  try {
    expect(await printCatalogue(database.url)).toBe(await readFile('schema/database.sql', 'utf8'));
  } finally {
    await database.drop();
  }
});
